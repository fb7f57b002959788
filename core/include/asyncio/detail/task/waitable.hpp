#pragma once

/// \file
/// What a suspended task waits for, as the task sees it.

#include <optional>
#include <string>

namespace asyncio::detail {

class FutureCore;

/// The argument of `cancel(msg)`; none is Python's None.
using CancelMessage = std::optional<std::string>;

/// The one thing that a task is suspended on: a future, another task, or a waiter in a lock's or queue's line.
class Waitable {
 public:
  /// Asks for the wait to end with a CancelledError. \returns whether it will; false if the wait is over already.
  virtual bool cancel(const CancelMessage& message) = 0;

  /// Called as the step begins in which the wait would end, if the wait was begun by suspend_until(): whether the task
  /// has to wait on. Then this has seen to it that it will be woken again.
  virtual bool waits_on() { return false; }

  /// For people: "sleep", "Lock.acquire", "Task-3".
  virtual std::string waiting_for() const = 0;

  /// The future that is waited for, if it is one.
  virtual FutureCore* as_future() noexcept { return nullptr; }

 protected:
  ~Waitable() = default;
};

}  // namespace asyncio::detail
