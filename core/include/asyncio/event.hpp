#pragma once

/// \file
/// `Event`. Source: Lib/asyncio/locks.py.

#include "asyncio/coro.hpp"
#include "asyncio/detail/loop_bound.hpp"
#include "asyncio/detail/waiter.hpp"

namespace asyncio {

/// A flag that tasks can wait for. Must outlive those who wait.
class Event {
 public:
  Event() = default;

  /// Gives true: at once if the flag is set, else once set() was called, though the flag may be clear again by then.
  Coro<bool> wait();
  /// Sets the flag and wakes all who wait, in their order.
  void set();
  void clear() noexcept { set_ = false; }
  bool is_set() const noexcept { return set_; }

 private:
  static const detail::Leaf wait_leaf;
  bool is_set_now(detail::CallBase& call);
  Coro<bool> wait_for_set();

  detail::LoopBound loop_;
  detail::List<detail::Waiter> waiters_;
  bool set_ = false;
};

}  // namespace asyncio
