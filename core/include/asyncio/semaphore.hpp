#pragma once

/// \file
/// `Semaphore`, `BoundedSemaphore`. Source: Lib/asyncio/locks.py.

#include <cstddef>

#include "asyncio/coro.hpp"
#include "asyncio/detail/loop_bound.hpp"
#include "asyncio/detail/waiter.hpp"
#include "asyncio/scoped_lock.hpp"

namespace asyncio {

/// A number of permits, FIFO. Must outlive those who wait for one.
class Semaphore {
 public:
  /// \throws std::invalid_argument("Semaphore initial value must be >= 0")
  explicit Semaphore(std::ptrdiff_t value = 1);
  virtual ~Semaphore() = default;

  /// Takes a permit; gives true. Suspends if there is none, or others wait already. release() hands the permit to the
  /// first in line; one that is cancelled after that gives it back.
  Coro<bool> acquire();
  virtual void release();
  /// Whether acquire() would suspend.
  bool locked() const noexcept;

  [[nodiscard]] Coro<ScopedLock<Semaphore>> scoped_lock();
  Coro<void> aenter();
  Coro<bool> aexit(std::exception_ptr);

 protected:
  std::ptrdiff_t value() const noexcept { return value_; }

 private:
  static const detail::Leaf acquire_leaf;
  static const detail::Leaf scoped_leaf;
  bool try_acquire() noexcept;
  bool try_acquire_now(detail::CallBase& call);
  bool try_scoped_lock(detail::CallBase& call);
  Coro<bool> wait_and_acquire();
  Coro<ScopedLock<Semaphore>> wait_and_scope();
  bool wake_up_next();

  detail::LoopBound loop_;
  detail::List<detail::Waiter> waiters_;
  std::ptrdiff_t value_;
};

/// A semaphore that notices when it is released too often.
class BoundedSemaphore : public Semaphore {
 public:
  explicit BoundedSemaphore(std::ptrdiff_t value = 1) : Semaphore(value), bound_(value) {}
  /// \throws std::invalid_argument("BoundedSemaphore released too many times")
  void release() override;

 private:
  std::ptrdiff_t bound_;
};

}  // namespace asyncio
