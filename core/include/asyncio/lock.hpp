#pragma once

/// \file
/// `Lock`. Source: Lib/asyncio/locks.py.

#include "asyncio/detail/sync/acquire.hpp"
#include "asyncio/detail/sync/resource.hpp"
#include "asyncio/scoped_lock.hpp"

namespace asyncio {

/// A mutex for tasks of one loop: FIFO, without an owner, not recursive. Must outlive those who wait for it: else they
/// get DestroyedError.
class Lock : public detail::DestructorCheck {
 public:
  /// \param where named to whoever watches
  Lock(std::source_location where =
           std::source_location::current()) noexcept  // NOLINT(google-explicit-constructor): a default constructor
      : resource_(ResourceKind::lock, where) {}
  ~Lock() { end_waits("Lock"); }

  /// Takes the lock; gives true. Goes on at once only if it is free and nobody waits: release() and acquire() in one
  /// step put the caller at the end of the line. Else suspends until release() chooses it; it goes on in the next
  /// iteration. A waiter that is cancelled, even after it was chosen, passes the lock on.
  detail::Acquire<Lock, bool> acquire() { return {*this, "Lock.acquire"}; }

  /// Frees the lock and wakes the first in line, which takes it when it runs; until then locked() is false.
  /// \throws std::runtime_error("Lock is not acquired.")
  void release();
  bool locked() const noexcept { return locked_; }
  /// `<Lock [locked, waiters:2]>`, for people.
  std::string repr() const;

  /// Acquires, and releases at the end of the scope: `auto guard = co_await lock.scoped_lock();`
  detail::Acquire<Lock, ScopedLock<Lock>> scoped_lock() { return {*this, "Lock.scoped_lock"}; }

  /// For `with(lock, body)`.
  Coro<void> aenter();
  Coro<bool> aexit(std::exception_ptr);

 private:
  template <class, class>
  friend class detail::AcquireAwaiter;
  friend class Barrier;
  friend class Condition;
  template <class>
  friend class ScopedLock;
  bool try_acquire() noexcept;
  void line_up(detail::Waiter& waiter);
  void acquire_after(detail::Waiter& waiter) noexcept;
  void give_up(detail::Waiter& waiter) noexcept;
  void end_waits(const char* owner) noexcept { detail::end_waits(waiters_, owner); }
  /// What a guard releases.
  Lock& guarded() noexcept { return *this; }
  bool all_waiters_cancelled() const noexcept;
  void wake_up_first();

  detail::Resource resource_;
  detail::List<detail::Waiter> waiters_;
  bool locked_ = false;
};

}  // namespace asyncio
