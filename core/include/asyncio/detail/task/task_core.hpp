#pragma once

/// \file
/// The state behind a task, whatever the type of its result. Source: Lib/asyncio/tasks.py, Modules/_asynciomodule.c.

#include <coroutine>

#include "asyncio/detail/base/list.hpp"
#include "asyncio/detail/coroutine/call.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/task/future_core.hpp"
#include "asyncio/detail/task/interruption.hpp"
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
class TaskCore : public FutureCore, public Runnable, public ListNode {
 public:
  /// \param root the call that owns the outermost coroutine: a member of the typed class, which derives from this.
  TaskCore(LoopCore& loop, CallBase& root, void* storage, const TaskOptions& options);

  /// Takes the coroutine, and schedules its first step, or runs it at once if the task is to be eager.
  /// \param nothing_catches its coroutine is a bare operation, which a cancellation may end by destroying it.
  void launch(const TaskOptions& options, std::source_location where, bool nothing_catches);

  bool cancel(const CancelMessage& message) override;
  int uncancel() noexcept;
  int cancelling() const noexcept { return cancel_requests_; }

  TaskId id() const noexcept { return id_; }
  std::string name() const;
  void set_name(std::string name);
  ContextHolder& context() noexcept { return context_; }
  /// What the task waits for just now, or null.
  Waitable* waiting_on() const noexcept { return waiting_on_; }
  /// The coroutine that runs, or ran last; before the first step the outermost, after the last null.
  PromiseBase* innermost() const noexcept {
    const ThreadState& thread = this_thread();
    return thread.task == this ? thread.innermost : innermost_;
  }
  /// Which one runs, while another task's step runs inside this one's.
  void note_innermost(PromiseBase* innermost) noexcept { innermost_ = innermost; }
  CallBase& root() noexcept { return *reinterpret_cast<CallBase*>(reinterpret_cast<char*>(this) + root_offset_); }
  const CallBase& root() const noexcept { return const_cast<TaskCore*>(this)->root(); }

  // For awaiters, during a step.

  /// Suspends on `waitable`, which will wake() the task.
  void suspend(PromiseBase& innermost, Waitable& waitable) {
    innermost_ = &innermost;
    waiting_on_ = &waitable;
    if (this_thread().observer) note_suspended();
    if (interruption_.cancellation_due()) cancel_wait(waitable);
  }
  /// The same, but asks `waitable.waits_on()` before the task goes on.
  void suspend_until(PromiseBase& innermost, Waitable& waitable) {
    interruption_.check_wait();
    suspend(innermost, waitable);
  }
  /// Suspends for one iteration of the loop.
  void yield(PromiseBase& innermost) {
    innermost_ = &innermost;
    if (this_thread().observer) note_suspended();
    this_thread().ready->push(*this, &innermost);
  }
  /// Lets the await that is suspended, or has been woken, throw `error`, unless it is cancelled.
  void fail_await(std::exception_ptr error);
  /// Suspends for one iteration, then throws `error`.
  void fail_next_step(PromiseBase& innermost, std::exception_ptr error);
  /// Whether an await that ends now has something to deliver, whatever its wait gave.
  bool interrupted() const noexcept { return interruption_.due(); }
  /// What the await that ends has to throw, or null: a cancellation that is due, unless `own` is one itself; else
  /// `own`, which its wait gave, or the error that is due.
  std::exception_ptr outcome(std::exception_ptr own = {});
  /// Ends an await: throws its outcome, if it has one. \param cancelled the wait was cancelled
  void deliver(bool cancelled) {
    if (cancelled || interrupted()) [[unlikely]]
      deliver_interruption();
  }
  /// The same for a wait that gave an error.
  void deliver(std::exception_ptr own) { throw_if(outcome(std::move(own))); }
  /// What the latest request to cancel said.
  const CancelMessage& cancel_message() const noexcept;

  /// Schedules the next step; called by what the task waits for, once.
  void wake() {
    if (loop_->watched) note_woken();
    enqueue();
  }

  void run() override { step(); }
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

 protected:
  ~TaskCore() override = default;

 private:
  friend class CancelRequest;
  friend class CancelSweep;
  /// While it lives, this task is the thread's.
  class Step;

  /// Appends to the loop's queue.
  void enqueue() noexcept { loop_->push(*this, innermost()); }
  void step();
  void eager_step();
  /// Without anything to destroy on the way out: each such frame costs as much as the throw itself.
  [[noreturn]] void deliver_interruption();
  /// \returns whether the coroutine is to run; else `thread.ended` says whether the task is done.
  bool may_run(ThreadState& thread, Waitable* waited_for);
  /// Whether the body may begin; else the call has the error with which the task ends.
  bool may_begin();
  void run_coroutines(ThreadState& thread) noexcept;
  /// Cancelled while it ran: the wait ends before it has begun.
  void cancel_wait(Waitable& waitable);
  /// Takes a request to cancel. \returns passes_cancel_to(): a task takes it, a fan-out's answer has to come to
  /// cancel_answered(). Without memory for the message it throws, and nothing has changed.
  FutureCore* pass_cancel_on(const CancelMessage& message);
  /// Whether its wait ends by the request.
  void cancel_answered(bool taken) noexcept;
  /// So many requests more, which have gone on to what it awaits.
  void repeat_cancel(std::uint64_t times) noexcept;
  /// What it waits for, if that has to hear of a request: an unfinished task, or a fan-out. Else null.
  FutureCore* passes_cancel_to() const noexcept;
  /// The task that it waits for, if it is one.
  TaskCore* awaited_task() const noexcept;
  void complete();
  void complete_failed(std::exception_ptr error);
  void complete_cancelled(std::exception_ptr error);
  /// Keeps what the error has left.
  void note_traceback(const std::exception_ptr& error) noexcept;
  void destroy_frames() noexcept;
  /// Tells the observer.
  void note_created(bool eager, const std::source_location& where) const;
  void note_suspended() const;
  /// The same, and the log if another thread wakes it.
  void note_woken() const;

  PromiseBase* innermost_ = nullptr;
  Waitable* waiting_on_ = nullptr;
  ContextHolder context_;
  /// The N of `Task-N`, where no other name was given.
  std::uint32_t number_ = 0;
  TaskId id_;
  int cancel_requests_ = 0;
  std::uint16_t root_offset_;
  Interruption interruption_;
};

/// The task that runs on this thread, or null.
TaskCore* current_task_core() noexcept;

}  // namespace detail
}  // namespace asyncio
