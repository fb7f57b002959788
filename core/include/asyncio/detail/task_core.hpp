#pragma once

/// \file
/// The state behind a task, whatever the type of its result. Source: Lib/asyncio/tasks.py, Modules/_asynciomodule.c.

#include <coroutine>

#include "asyncio/detail/call.hpp"
#include "asyncio/detail/future_core.hpp"
#include "asyncio/observer.hpp"

namespace asyncio {

/// How create_task() makes a task.
struct TaskOptions {
  /// Empty: `Task-N`.
  std::string_view name = {};
  /// None: a copy of the current context.
  ContextRef context = {};
  /// Run the first step inside create_task(). None: as the loop's task factory says.
  std::optional<bool> eager_start = {};
};

namespace detail {

/// A coroutine that a loop runs, step by step. A step begins when the task is taken out of the ready queue, and ends
/// when its innermost coroutine suspends or its outermost one returns. Between two steps the task waits for exactly one
/// Waitable, or is in the ready queue.
///
///   created ─► ready ─► running ─► waiting ─► ready … running ─► done
///
/// Steps never nest, except that an eager task's first step runs inside its creator's.
class TaskCore : public FutureCore, public Runnable {
 public:
  /// \param root the call that owns the outermost coroutine, a member of the typed class.
  TaskCore(LoopCore& loop, CallBase& root, void* storage, const TaskOptions& options, std::source_location where);
  ~TaskCore() override;

  /// Schedules the first step, or runs it at once if the task is to be eager.
  void launch(const TaskOptions& options);

  bool cancel(const CancelMessage& message) override;
  int uncancel() noexcept;
  int cancelling() const noexcept { return cancel_requests_; }

  TaskId id() const noexcept { return id_; }
  std::string name() const;
  void set_name(std::string name);
  ContextHolder& context() noexcept { return context_; }
  /// What the task waits for just now, or null.
  Waitable* waiting_on() const noexcept { return waiting_on_; }
  /// The coroutine that runs, or ran last; null before the first step and after the last.
  PromiseBase* innermost() const noexcept { return innermost_; }
  CallBase& root() const noexcept { return root_; }

  // For awaiters, during a step.

  /// Runs `next` when the coroutine that runs now has suspended. Null: the outermost one has ended.
  void continue_with(PromiseBase* next) noexcept {
    next_ = next;
    ended_ = next == nullptr;
  }
  /// Suspends on `waitable`, which will wake() the task.
  void suspend(PromiseBase& innermost, Waitable& waitable);
  /// Suspends for one iteration of the loop.
  void yield(PromiseBase& innermost);
  /// Suspends for one iteration, then throws `error`.
  void fail_next_step(PromiseBase& innermost, std::exception_ptr error);
  /// What the await that suspended must throw: an undelivered cancellation, unless `own` is one itself; else `own`.
  std::exception_ptr take_interrupt(std::exception_ptr own = {});
  /// A cancellation asked for and not delivered yet.
  bool must_cancel() const noexcept { return must_cancel_; }

  /// Schedules the next step; called by what the task waits for, once.
  void wake();

  void run() override;
  void scheduled_by(FutureCore& future) override;
  FutureCore* awaiter() const noexcept override { return const_cast<TaskCore*>(this); }

  std::string waiting_for() const override { return name(); }
  std::string repr() const override;
  const char* kind() const noexcept override { return "Task"; }
  /// \throws std::runtime_error: its coroutine resolves it.
  void require_settable(const char* operation) const override;
  TaskCore* as_task() noexcept override { return this; }

  /// The loop closes: destroys the coroutines, innermost first.
  void abandon() noexcept;

  /// Links the task into its loop's list of unfinished tasks.
  class RegistryNode : public ListNode {
   public:
    explicit RegistryNode(TaskCore& t) noexcept : task(t) {}
    TaskCore& task;
  };

 private:
  friend class LoopCore;
  void step();
  void run_coroutines();
  void fail_before_start(std::exception_ptr error);
  /// Asks this task to cancel. \returns the unfinished task that it awaits, to which the request has to go on, or null.
  TaskCore* request_cancel(const CancelMessage& message);
  void complete();
  void complete_cancelled(std::exception_ptr error);
  void destroy_frames() noexcept;
  void note_suspended(PromiseBase& innermost);

  CallBase& root_;
  PromiseBase* innermost_ = nullptr;
  PromiseBase* next_ = nullptr;
  Waitable* waiting_on_ = nullptr;
  std::exception_ptr fail_with_;
  std::unique_ptr<std::string> cancel_message_;
  ContextHolder context_;
  std::string name_;
  std::uint64_t default_name_ = 0;
  RegistryNode registry_node_{*this};
  TaskId id_;
  int cancel_requests_ = 0;
  bool must_cancel_ = false;
  bool started_ = false;
  bool ended_ = false;
};

/// The loop that runs on this thread. \throws std::runtime_error("no running event loop")
LoopCore& running_loop();

/// The task that runs on this thread, or null.
TaskCore* current_task_core() noexcept;

}  // namespace detail
}  // namespace asyncio
