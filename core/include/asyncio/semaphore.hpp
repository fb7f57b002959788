#pragma once

/// \file
/// `Semaphore`, `BoundedSemaphore`. Source: Lib/asyncio/locks.py.

#include <cstddef>

#include "asyncio/detail/sync/acquire.hpp"
#include "asyncio/detail/sync/resource.hpp"
#include "asyncio/scoped_lock.hpp"

namespace asyncio {

/// A number of permits, FIFO. Must outlive those who wait for one: else they get DestroyedError.
class Semaphore : public detail::DestructorCheck {
 public:
  /// \param where named to whoever watches
  /// \throws std::invalid_argument("Semaphore initial value must be >= 0")
  explicit Semaphore(std::ptrdiff_t value = 1, std::source_location where = std::source_location::current());
  virtual ~Semaphore();

  /// Takes a permit; gives true. Suspends if there is none, or others wait already. release() hands the permit to the
  /// first in line; one that is cancelled after that gives it back.
  detail::Acquire<Semaphore, bool> acquire() { return {*this, "Semaphore.acquire"}; }
  virtual void release();
  /// Whether acquire() would suspend.
  bool locked() const noexcept;

  detail::Acquire<Semaphore, ScopedLock<Semaphore>> scoped_lock() { return {*this, "Semaphore.scoped_lock"}; }
  /// `<Semaphore [unlocked, value:3]>`, for people.
  std::string repr() const;
  Coro<void> aenter();
  Coro<bool> aexit(std::exception_ptr);

 protected:
  std::ptrdiff_t value() const noexcept { return value_; }

 private:
  template <class, class>
  friend class detail::AcquireAwaiter;
  template <class>
  friend class ScopedLock;
  virtual const char* name() const noexcept { return "Semaphore"; }
  bool try_acquire() noexcept;
  void line_up(detail::Waiter& waiter);
  void acquire_after(detail::Waiter& waiter) noexcept;
  void give_up(detail::Waiter& waiter) noexcept;
  void wake_up_while_free() noexcept;
  Semaphore& guarded() noexcept { return *this; }
  bool wake_up_next();
  void note(ResourceAct act) const noexcept {
    resource_.note(ResourceKind::semaphore, act, static_cast<std::size_t>(value_));
  }

  detail::Resource resource_;
  detail::List<detail::Waiter> waiters_;
  std::ptrdiff_t value_;
};

/// A semaphore that notices when it is released too often.
class BoundedSemaphore : public Semaphore {
 public:
  explicit BoundedSemaphore(std::ptrdiff_t value = 1, std::source_location where = std::source_location::current())
      : Semaphore(value, where), bound_(value) {}
  /// \throws std::invalid_argument("BoundedSemaphore released too many times")
  void release() override;

 private:
  const char* name() const noexcept override { return "BoundedSemaphore"; }

  std::ptrdiff_t bound_;
};

}  // namespace asyncio
