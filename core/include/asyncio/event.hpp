#pragma once

/// \file
/// `Event`. Source: Lib/asyncio/locks.py.

#include "asyncio/detail/sync/acquire.hpp"
#include "asyncio/detail/sync/loop_bound.hpp"

namespace asyncio {

/// A flag that tasks can wait for. Must outlive those who wait.
class Event {
 public:
  Event() = default;

  /// Gives true: at once if the flag is set, else once set() was called, though the flag may be clear again by then.
  detail::Acquire<Event, bool> wait() { return {*this, "Event.wait"}; }
  /// Sets the flag and wakes all who wait, in their order.
  void set();
  void clear() noexcept { set_ = false; }
  bool is_set() const noexcept { return set_; }
  /// `<Event [unset, waiters:2]>`, for people.
  std::string repr() const;

 private:
  template <class, class>
  friend class detail::AcquireAwaiter;
  bool try_acquire() const noexcept { return set_; }
  void line_up(detail::Waiter& waiter);
  static void acquire_after(detail::Waiter& waiter) { detail::throw_if(waiter.outcome()); }

  detail::LoopBound loop_;
  detail::List<detail::Waiter> waiters_;
  bool set_ = false;
};

}  // namespace asyncio
