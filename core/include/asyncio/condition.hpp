#pragma once

/// \file
/// `Condition`. Source: Lib/asyncio/locks.py.

#include <optional>

#include "asyncio/lock.hpp"

namespace asyncio {

/// A lock and a line of tasks that wait for a change of what it guards. Must outlive those who wait: else they get
/// DestroyedError, once they hold the lock again if that lives on.
class Condition : public detail::DestructorCheck {
 public:
  /// Has a lock of its own. \param where named to whoever watches
  Condition(std::source_location where = std::source_location::current())  // NOLINT(google-explicit-constructor)
      : resource_(ResourceKind::condition, where), own_(where), lock_(&*own_) {}
  /// Shares a lock, which must outlive it.
  explicit Condition(Lock& lock, std::source_location where = std::source_location::current())
      : resource_(ResourceKind::condition, where), lock_(&lock) {}
  Condition(const Condition&) = delete;
  Condition& operator=(const Condition&) = delete;
  ~Condition() { end_waits("Condition"); }

  Coro<bool> acquire() { return lock_->acquire(); }
  void release() { lock_->release(); }
  bool locked() const noexcept { return lock_->locked(); }
  [[nodiscard]] Coro<ScopedLock<Condition>> scoped_lock();
  Coro<void> aenter();
  Coro<bool> aexit(std::exception_ptr);

  /// Releases the lock, waits for notify(), takes the lock again and gives true. May wake for no reason: use
  /// wait_for(). A cancellation appears only once the lock is held again; a notification that came with it is passed
  /// on.
  /// \throws std::runtime_error("cannot wait on un-acquired lock")
  Coro<bool> wait();

  /// Waits until `predicate()` is true, and gives what it gave.
  template <class P>
  Coro<std::invoke_result_t<P&>> wait_for(P predicate) {
    auto result = predicate();
    while (!result) {
      co_await wait();
      result = predicate();
    }
    co_return result;
  }

  /// Wakes up to `n` of those who wait; they go on when the lock is free. \throws std::runtime_error("cannot notify on
  /// un-acquired lock")
  void notify(std::size_t n = 1);
  void notify_all();
  /// `<Condition [locked, waiters:2]>`, for people.
  std::string repr() const;

 private:
  friend class Barrier;
  template <class>
  friend class ScopedLock;
  void wake(std::size_t n);
  void end_waits(const char* owner) noexcept;
  Lock& guarded() noexcept { return *lock_; }

  detail::Resource resource_;
  std::optional<Lock> own_;
  Lock* lock_;
  detail::List<detail::Waiter> waiters_;
};

}  // namespace asyncio
