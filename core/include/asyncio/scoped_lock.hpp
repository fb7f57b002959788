#pragma once

/// \file
/// `async with lock:` as RAII.

#include <exception>
#include <string>
#include <utility>

#include "asyncio/detail/base/destructor_check.hpp"
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

/// Holds a Lock, Condition or Semaphore and releases it at the end of the scope, if it lives until then.
template <class L>
class [[nodiscard]] ScopedLock {
 public:
  /// Takes over a lock that is held.
  explicit ScopedLock(L& lock) noexcept : lock_(&lock.guarded()), held_(*lock_) {}
  ScopedLock(ScopedLock&& other) noexcept = default;
  ScopedLock& operator=(ScopedLock&& other) noexcept {
    ScopedLock released(std::move(*this));
    lock_ = other.lock_;
    held_ = std::move(other.held_);
    return *this;
  }
  ~ScopedLock() {
    if (owns_lock()) detail::release_in_destructor(*lock_);
  }

  /// Releases it now instead of at the end of the scope.
  void unlock() {
    if (!owns_lock()) return;
    held_.unlink();
    lock_->release();
  }
  /// Whether it will release the lock: not if that was unlocked, moved to another guard, or is destroyed.
  bool owns_lock() const noexcept { return !held_.destroyed(); }

 private:
  using Guarded = std::remove_reference_t<decltype(std::declval<L&>().guarded())>;

  Guarded* lock_;
  detail::DestructorCheck::Safety held_;
};

}  // namespace asyncio
