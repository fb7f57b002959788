#pragma once

/// \file
/// `TaskGroup`. Source: Lib/asyncio/taskgroups.py.

#include <memory>

#include "asyncio/detail/base/destructor_check.hpp"
#include "asyncio/exception_group.hpp"
#include "asyncio/task.hpp"

namespace asyncio {
namespace detail {

class TaskGroupCore;

struct DeleteTaskGroupCore {
  void operator()(TaskGroupCore* core) const noexcept;
};

}  // namespace detail

/// Tasks that end before the block does: `co_await with(TaskGroup(), [&](TaskGroup& group) -> Coro<void> { … })`.
///
/// Leaving the block waits for all tasks, also those that tasks add. The first that fails (cancellations do not count)
/// makes the group cancel the others and the body; then the errors come out as one ExceptionGroup, in the order of
/// completion, the body's own last. If the awaiting task is cancelled, the group cancels its tasks, waits, and lets the
/// CancelledError pass. KeyboardInterrupt and SystemExit come out bare. Used once; movable until it is entered.
/// Destroyed before its block is left, it cancels its tasks and tells the exception handler; who waits for them by
/// aexit() gets DestroyedError.
class TaskGroup : public detail::DestructorCheck {
 public:
  TaskGroup();

  /// Makes a task of the group; its first step runs in the next iteration. \throws std::runtime_error if the group has
  /// not been entered, is finished, or is shutting down; the coroutine is closed then.
  template <class T>
  Task<T> create_task(Coro<T> coroutine, TaskOptions options = {},
                      std::source_location where = std::source_location::current()) {
    // Not an argument of the call: the coroutine must not be moved from before it can be refused.
    detail::LoopCore& loop = admit(coroutine);
    auto task = detail::create_task_on(loop, std::move(coroutine), options, where);
    adopt(task);
    return task;
  }
  /// The same for sleep() and the like.
  template <detail::IsOperation O>
  Task<typename O::value_type> create_task(O operation, TaskOptions options = {},
                                           std::source_location where = std::source_location::current()) {
    return create_task(detail::to_coroutine(std::move(operation)), options, where);
  }
  template <class F>
    requires(!detail::IsA<F, detail::AwaitableObject>)
  detail::TaskOfNoCoroutine<F> create_task(F&&, TaskOptions = {}) {
    return {};
  }

  /// Cancels the tasks and the body, and ends the block without an error: at its beginning, if it has not begun.
  /// Nothing once it has ended. Source: 3.15
  void cancel();
  /// `<TaskGroup tasks=2 entered>`, for people.
  std::string repr() const;

  Coro<TaskGroup&> aenter();
  Coro<bool> aexit(std::exception_ptr error);

 private:
  /// The loop for a new task. \throws as create_task().
  detail::LoopCore& admit(detail::CoroBase& coroutine);
  void adopt(const AnyTask& task);
  /// \throws std::runtime_error if it was moved from
  detail::TaskGroupCore& core() const;

  std::unique_ptr<detail::TaskGroupCore, detail::DeleteTaskGroupCore> core_;
};

}  // namespace asyncio
