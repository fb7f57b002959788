#pragma once

/// \file
/// Hooks through which a tool watches a run: the playground's timeline, a profiler, a test. Cost nothing when no
/// observer is set.

#include <cstdint>
#include <exception>
#include <optional>
#include <source_location>
#include <string_view>

#include "asyncio/clock.hpp"

namespace asyncio {

/// Names a task for as long as the process lives; 0 is "no task".
using TaskId = std::uint32_t;

/// How a task ended.
enum class Outcome : std::uint8_t { returned, failed, cancelled };

/// Gets told what the tasks of a loop do, in the order in which they do it, on the loop's thread and in the middle of
/// the loop's own work: an override must not call back into the loop, await, or throw. String views live during the
/// call only.
class Observer {
 public:
  virtual ~Observer() = default;

  /// An iteration of the loop begins and will run `ready` callbacks.
  virtual void iteration(std::uint64_t number, std::size_t ready) { (void)number, (void)ready; }
  /// A task was made by `parent`; `where` is the call to create_task, as far as it is known.
  virtual void created(TaskId task, std::string_view name, TaskId parent, bool eager, std::source_location where) {
    (void)task, (void)name, (void)parent, (void)eager, (void)where;
  }
  /// The task's name was changed.
  virtual void renamed(TaskId task, std::string_view name) { (void)task, (void)name; }
  /// The task runs, until the next step_end of the same task, before which comes its done(), if it ends in this step.
  /// Eager tasks nest inside the step that made them.
  virtual void step_begin(TaskId task) { (void)task; }
  virtual void step_end(TaskId task) { (void)task; }
  /// The task waits for `what`; `awaited` is the task that it waits for, if it is one; `where` is
  /// the innermost co_await of the program's own.
  virtual void suspended(TaskId task, std::string_view what, TaskId awaited, std::source_location where) {
    (void)task, (void)what, (void)awaited, (void)where;
  }
  /// What the task waited for has come, by an act of task `by` (0: a timer, a callback, the host); it is scheduled.
  virtual void woken(TaskId task, TaskId by) { (void)task, (void)by; }
  /// `task.cancel(message)` was called by task `by`.
  virtual void cancel_requested(TaskId task, TaskId by, std::string_view message) {
    (void)task, (void)by, (void)message;
  }
  /// The task has ended; `error` is what it failed with, if it failed.
  virtual void done(TaskId task, Outcome outcome, const std::exception_ptr& error) {
    (void)task, (void)outcome, (void)error;
  }
};

}  // namespace asyncio
