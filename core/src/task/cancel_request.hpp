#pragma once

/// \file
/// The way of a request to cancel. Source: Task.cancel() in Lib/asyncio/tasks.py, which calls itself a level.

#include "asyncio/detail/task/fan_out.hpp"
#include "asyncio/detail/task/task_core.hpp"

namespace asyncio::detail {

class CancelSweep;

/// Goes from a task to what it awaits, and so on, down to the waits that it ends, without a native call a level.
class CancelRequest {
 public:
  /// \param sweep what it is a part of, or null
  explicit CancelRequest(const CancelMessage& message, CancelSweep* sweep = nullptr) noexcept
      : message_(message), sweep_(sweep) {}

  /// \returns whether `first` has taken it. \throws RecursionError if tasks await each other in a circle. Without
  /// memory for the message it throws, and the tasks on its way have not counted it.
  bool send(FutureCore& first);

 private:
  FutureCore* ask(FutureCore& future, bool& taken);
  FutureCore* ask_tasks(TaskCore& first, bool& taken);
  FutureCore* ask_fan_out(FanOut& fan, TaskCore* first, TaskCore* last, bool& taken);
  FutureCore* answer(bool& taken);
  void give_up(bool uncounts) noexcept;
  static void uncount(TaskCore* first, const TaskCore* end) noexcept;

  const CancelMessage& message_;
  CancelSweep* sweep_;
  /// The innermost one that waits for the answer of one of its futures.
  FanOut* fan_ = nullptr;
};

}  // namespace asyncio::detail
