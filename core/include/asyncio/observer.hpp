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
namespace detail {
class PromiseBase;
}

/// Names a task for as long as the process lives; 0 is "no task".
using TaskId = std::uint32_t;

/// How a task ended.
enum class Outcome : std::uint8_t { returned, failed, cancelled };

/// The coroutines of a task that call each other, the innermost first: each with the place where it stands, which names
/// its function, too. The library's own are among them. Lives during an Observer's call only.
class CallStack {
 public:
  class Iterator {
   public:
    explicit Iterator(const detail::PromiseBase* coroutine) noexcept : coroutine_(coroutine) {}
    const std::source_location& operator*() const noexcept;
    Iterator& operator++() noexcept;
    bool operator==(const Iterator&) const = default;

   private:
    friend class CallStack;
    const detail::PromiseBase* coroutine_;
  };

  CallStack() noexcept = default;
  /// \param innermost null: there is none
  explicit CallStack(const detail::PromiseBase* innermost) noexcept : innermost_(innermost) {}
  /// What is left from there on.
  explicit CallStack(Iterator from) noexcept : innermost_(from.coroutine_) {}
  Iterator begin() const noexcept { return Iterator(innermost_); }
  Iterator end() const noexcept { return Iterator(nullptr); }

 private:
  const detail::PromiseBase* innermost_ = nullptr;
};

/// How a task was made.
struct TaskCreation {
  std::string_view name;
  /// The task whose step made it; 0: a callback's, or what stands before the loop.
  TaskId parent = 0;
  bool eager = false;
  /// Its coroutine function, or the operation that it runs: "fetch", "Client::fetch", "sleep".
  std::string_view coroutine;
  /// The call to create_task, as far as it is known.
  std::source_location where;
  /// Of the parent.
  CallStack creator;
};

/// What tasks share and wait for.
enum class ResourceKind : std::uint8_t { lock, semaphore, condition, event, queue, barrier };

/// What is done with a resource, or becomes of it.
enum class ResourceAct : std::uint8_t {
  /// It begins to live; nobody tells so of one that is older than the observation.
  made,
  destroyed,
  /// It is a part of `ResourceUse::whole`, and no resource of its own.
  joined,
  /// A task lines up for it; its Observer::suspended() follows.
  awaited,
  /// A lock, or a permit of a semaphore.
  acquired,
  released,
  /// An event.
  set,
  cleared,
  /// A condition.
  notified,
  /// An item of a queue.
  put,
  taken,
  /// A task has come to a barrier.
  arrived
};

/// What happens to a resource.
struct ResourceUse {
  /// As long as it lives no other has this address.
  const void* resource = nullptr;
  ResourceKind kind = ResourceKind::lock;
  ResourceAct act = ResourceAct::made;
  /// What there is after it: permits of a semaphore, items of a queue, tasks at a barrier.
  std::size_t level = 0;
  /// Of `joined`: what it is a part of.
  const void* whole = nullptr;
  /// Of `made`: the constructor's call, as far as it is known.
  std::source_location where = {};
  /// Of the task that does it.
  CallStack stack = {};
};

/// What becomes of a timer.
enum class TimerAct : std::uint8_t { set, fired, cancelled };

/// Gets told what the tasks of a loop do, in the order in which they do it, on the loop's thread and in the middle of
/// the loop's own work: an override must not call back into the loop, await, or throw. String views live during the
/// call only.
class Observer {
 public:
  virtual ~Observer() = default;

  /// An iteration of the loop begins and will run `ready` callbacks.
  virtual void iteration(std::uint64_t number, std::size_t ready) { (void)number, (void)ready; }
  /// A task was made.
  virtual void created(TaskId task, const TaskCreation& how) { (void)task, (void)how; }
  /// The task's name was changed.
  virtual void renamed(TaskId task, std::string_view name) { (void)task, (void)name; }
  /// The task runs, until the next step_end of the same task, before which comes its done(), if it ends in this step.
  /// Eager tasks nest inside the step that made them.
  virtual void step_begin(TaskId task) { (void)task; }
  virtual void step_end(TaskId task) { (void)task; }
  /// The task waits for `what`; `awaited` is the task that it waits for, if it is one; `stack` are its coroutines, each
  /// at its co_await.
  virtual void suspended(TaskId task, std::string_view what, TaskId awaited, CallStack stack) {
    (void)task, (void)what, (void)awaited, (void)stack;
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
  /// The task (0: a callback, or what stands outside of the loop) does something with a lock or its like.
  virtual void used(TaskId task, const ResourceUse& use) { (void)task, (void)use; }
  /// A timer of the loop, a sleep's or a callback's, is set for `when`, fires, or is cancelled. As long as it is set no
  /// other has its address.
  virtual void timer(const void* timer, TimerAct act, TimePoint when) { (void)timer, (void)act, (void)when; }
};

}  // namespace asyncio
