#pragma once

/// \file
/// `async with lock:` as RAII.

#include <exception>
#include <string>
#include <utility>

#include "asyncio/log.hpp"

namespace asyncio {
namespace detail {

/// A destructor cannot throw what release() throws: it is logged.
template <class L>
void release_in_destructor(L& lock) noexcept {
  try {
    lock.release();
  } catch (const std::exception& e) {
    log(LogLevel::error, std::string("while a ScopedLock went out of scope: ") + e.what() +
                             " It was released by hand: use unlock() of the guard instead.");
  }
}

}  // namespace detail

/// Holds a Lock, Condition or Semaphore and releases it at the end of the scope. The lock must outlive it.
template <class L>
class [[nodiscard]] ScopedLock {
 public:
  /// Takes over a lock that is held.
  explicit ScopedLock(L& lock) noexcept : lock_(&lock) {}
  ScopedLock(ScopedLock&& other) noexcept : lock_(std::exchange(other.lock_, nullptr)) {}
  ScopedLock& operator=(ScopedLock&& other) noexcept {
    std::swap(lock_, other.lock_);
    return *this;
  }
  ~ScopedLock() {
    if (lock_) detail::release_in_destructor(*lock_);
  }

  /// Releases it now instead of at the end of the scope.
  void unlock() {
    if (L* lock = std::exchange(lock_, nullptr)) lock->release();
  }
  bool owns_lock() const noexcept { return lock_ != nullptr; }

 private:
  L* lock_;
};

}  // namespace asyncio
