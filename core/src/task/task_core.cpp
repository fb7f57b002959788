#include "asyncio/detail/task/task_core.hpp"

#include <algorithm>
#include <limits>
#include <new>

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/log.hpp"
#include "base/process_counter.hpp"
#include "base/small.hpp"
#include "coroutine/traceback.hpp"
#include "error/best_effort.hpp"
#include "task/cancel_request.hpp"
#include "task/cancelled.hpp"
#include "task/outer_task.hpp"

namespace asyncio::detail {
namespace {

// Python counts default names and (here) ids in the process, not in the loop.
ProcessCounter<std::uint64_t> default_names;
ProcessCounter<TaskId> task_ids;

std::string default_name(std::uint64_t number) { return "Task-" + std::to_string(number); }

TaskId current_id(const LoopCore& loop) noexcept {
  const TaskCore* task = loop.current();
  return task ? task->id() : 0;
}

}  // namespace

TaskCore* current_task_core() noexcept { return this_thread().task; }

TaskCore::TaskCore(LoopCore& loop, CallBase& root, void* storage, const TaskOptions& options)
    : FutureCore(loop, storage),
      context_(options.context.cell()),
      id_(task_ids.next()),
      root_offset_(static_cast<std::uint16_t>(reinterpret_cast<char*>(&root) - reinterpret_cast<char*>(this))) {
  if (!options.name.empty()) {
    make_extras().name = options.name;
    return;
  }
  const std::uint64_t number = default_names.next();
  number_ = static_cast<std::uint32_t>(number);
  if (number_ != number) [[unlikely]]
    make_extras().name = default_name(number);
}

void TaskCore::launch(const TaskOptions& options, std::source_location where, bool nothing_catches) {
  if (nothing_catches) interruption_.nothing_catches();
  const bool eager = options.eager_start.value_or(loop_->eager_tasks);
  innermost_ = root().callee();
  if (loop_->observer) note_created(eager, where);
  if (innermost_) {
    innermost_->call = &root();
  } else {
    interruption_.nothing_to_begin();
  }
  loop_->tasks.push_back(*this);
  retain();  // the loop's own reference, until the task is done
  if (eager && loop_->running()) {
    eager_step();
  } else {
    enqueue();
  }
}

std::string TaskCore::name() const {
  return extras() && !extras()->name.empty() ? extras()->name : default_name(number_);
}

void TaskCore::set_name(std::string name) {
  make_extras().name = std::move(name);
  if (loop_->observer) loop_->observer->renamed(id_, this->name());
}

bool TaskCore::cancel(const CancelMessage& message) {
  loop_->require_own_thread();
  mark_retrieved();
  if (done()) return false;
  return CancelRequest(message).send(*this);
}

TaskCore* TaskCore::awaited_task() const noexcept {
  FutureCore* future = waiting_on_ ? waiting_on_->as_future() : nullptr;
  return future ? future->as_task() : nullptr;
}

FutureCore* TaskCore::passes_cancel_to() const noexcept {
  FutureCore* future = waiting_on_ ? waiting_on_->as_future() : nullptr;
  if (!future) return nullptr;
  if (TaskCore* task = future->as_task()) return task->done() ? nullptr : task;
  return future->as_fan_out();
}

FutureCore* TaskCore::pass_cancel_on(const CancelMessage& message) {
  if (loop_->observer) {
    const std::string_view text = message ? std::string_view(*message) : std::string_view();
    loop_->observer->cancel_requested(id_, current_id(*loop_), text);
  }
  TaskCore* awaited = awaited_task();
  if (awaited) awaited->mark_retrieved();
  FutureCore* next = passes_cancel_to();
  if (next && next == awaited) {
    ++cancel_requests_;
    return next;
  }
  // What may fail comes first. A later request does not change what the one that ended the wait has said.
  CancelMessage* const place =
      !interruption_.wait_cancelled() && (message || extras()) ? &make_extras().cancel_message : nullptr;
  CancelMessage said = place ? message : CancelMessage();
  const bool cancels_wait = waiting_on_ && !awaited && !next && waiting_on_->cancel(message);
  ++cancel_requests_;
  if (place) *place = std::move(said);
  if (!next) cancel_answered(cancels_wait);
  return next;
}

void TaskCore::cancel_answered(bool taken) noexcept {
  if (taken) {
    interruption_.cancel_wait();
  } else {
    // The next step is scheduled already, or runs now: it delivers the cancellation.
    interruption_.set_cancellation_due();
  }
}

void TaskCore::repeat_cancel(std::uint64_t times) noexcept {
  const auto room = static_cast<std::uint64_t>(std::numeric_limits<int>::max() - cancel_requests_);
  cancel_requests_ += static_cast<int>(std::min(times, room));
  // Its wait is over already: it cannot be ended twice.
  if (times > 0 && !passes_cancel_to()) interruption_.set_cancellation_due();
}

int TaskCore::uncancel() noexcept {
  if (cancel_requests_ == 0) return 0;
  if (--cancel_requests_ == 0) interruption_.take_cancellation();
  return cancel_requests_;
}

std::exception_ptr TaskCore::outcome(std::exception_ptr own) {
  if (!own && interruption_.take_error()) own = std::exchange(make_extras().fail_with, nullptr);
  if (!interruption_.take_cancellation()) return own;
  if (own && is_cancelled_error(own)) return own;
  return make_cancelled_error(cancel_message());
}

void TaskCore::deliver_interruption() {
  if (extras()) {
    throw_if(outcome());
    // The wait was cancelled, and nothing else is due.
    std::rethrow_exception(make_cancelled_error(cancel_message()));
  }
  interruption_.take_cancellation();
  throw CancelledError();
}

const CancelMessage& TaskCore::cancel_message() const noexcept {
  return extras() ? extras()->cancel_message : no_message;
}

ASYNCIO_SMALL void TaskCore::note_created(bool eager, const std::source_location& where) const {
  const std::string own_name = name();
  loop_->observer->created(id_, {.name = own_name,
                                 .parent = current_id(*loop_),
                                 .eager = eager,
                                 .coroutine = innermost_ ? name_of_unstarted(*innermost_) : std::string_view(),
                                 .where = where,
                                 .creator = CallStack(loop_->current() ? this_thread().innermost : nullptr)});
}

ASYNCIO_SMALL void TaskCore::note_suspended() const {
  const TaskCore* awaited = awaited_task();
  const std::string what =
      best_effort_text([this] { return waiting_on_ ? waiting_on_->waiting_for() : std::string("sleep(0)"); });
  loop_->observer->suspended(id_, what, awaited ? awaited->id() : 0, CallStack(innermost_));
}

ASYNCIO_SMALL void TaskCore::note_woken() const {
  if (loop_->used_elsewhere()) {
    // Whoever wakes it may not throw.
    log(LogLevel::error, best_effort_text([this] {
          return "Task '" + name() +
                 "' is woken from a thread that is not its loop's: what it waits on is used there. "
                 "Hand the call in by call_soon_threadsafe(), or set a future by a Completer";
        }));
  }
  if (loop_->observer) loop_->observer->woken(id_, current_id(*loop_));
}

void TaskCore::cancel_wait(Waitable& waitable) {
  bool cancels = false;
  try {
    cancels = waitable.cancel(cancel_message());
  } catch (const std::bad_alloc&) {
    // What it waits for has no memory for the message. The task has one.
    cancels = waitable.cancel(no_message);
  } catch (const RecursionError&) {
    // It waits in a circle from now on, where nobody else could tell of it.
    ExceptionContext context;
    context.message = best_effort_text([] { return "Exception while a task was being cancelled"; });
    context.exception = std::current_exception();
    context.task = AnyTask(Ref<TaskCore>(this));
    loop_->report(context);
  }
  if (!cancels) return;
  interruption_.cancel_wait();
}

void TaskCore::fail_await(std::exception_ptr error) {
  make_extras().fail_with = std::move(error);
  interruption_.set_error_due();
}

void TaskCore::fail_next_step(PromiseBase& innermost, std::exception_ptr error) {
  fail_await(std::move(error));
  yield(innermost);
}

void TaskCore::scheduled_by(FutureCore&) {
  if (loop_->watched) note_woken();
}

class TaskCore::Step {
 public:
  Step(ThreadState& thread, TaskCore& task) noexcept
      : thread_(thread), outer_context_(thread.set_context(&task.context_)), id_(task.id_) {
    thread.task = &task;
    if (thread.observer) thread.observer->step_begin(id_);
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;
  /// The task may be gone by now.
  ~Step() {
    if (thread_.observer) thread_.observer->step_end(id_);
    thread_.set_context(outer_context_);
    thread_.task = nullptr;
  }

 private:
  ThreadState& thread_;
  ContextHolder* outer_context_;
  TaskId id_;
};

void TaskCore::step() {
  // Only completion drops the loop's reference, so this lives until then.
  ThreadState& thread = this_thread();
  Waitable* waited_for = std::exchange(waiting_on_, nullptr);
  const Step step(thread, *this);
  if (interruption_.simply_goes_on() || may_run(thread, waited_for)) run_coroutines(thread);
  if (std::exchange(thread.ended, false)) complete();
}

void TaskCore::run_coroutines(ThreadState& thread) noexcept {
  interruption_.begin();
  // A coroutine that calls or returns leaves the next one here, so the stack stays flat however deep they nest.
  PromiseBase* next = innermost_;
  do {
    thread.innermost = next;
    next->handle().resume();
    next = std::exchange(thread.next, nullptr);
  } while (next);
}

void TaskCore::eager_step() {
  const OuterTask outer;
  step();
}

bool TaskCore::may_run(ThreadState& thread, Waitable* waited_for) {
  switch (interruption_.look()) {
    case Interruption::Step::begin:
      thread.ended = !may_begin();
      return !thread.ended;
    case Interruption::Step::go_on:
      return true;
    case Interruption::Step::check:
      if (!waited_for->waits_on()) return true;
      interruption_.check_wait();
      waiting_on_ = waited_for;
      if (thread.observer) note_suspended();
      return false;
    case Interruption::Step::end:
      // Nothing could catch a throw, and destroying the coroutine undoes the wait.
      thread.ended = true;
      return false;
  }
  return true;
}

bool TaskCore::may_begin() {
  if (interruption_.cancellation_due()) {
    root().set_error(outcome());
  } else if (!innermost_) {
    root().set_error(awaited_twice_error());
  }
  return !root().error();
}

void TaskCore::complete() {
  // Locals and parameters die before anybody hears of the result.
  innermost_ = nullptr;
  this_thread().innermost = nullptr;
  const bool returned = storage_full();
  if (!returned && !interruption_.cancellation_due()) root().require_error();
  root().destroy_callee();
  ListNode::unlink();
  Ref<TaskCore> self(this);
  release();
  if (!returned && root().error()) {
    complete_failed(root().take_error());
  } else if (interruption_.cancellation_due()) {
    // It cancelled itself and returned: the value is lost. Or nothing could catch: there is none.
    complete_cancelled(nullptr);
  } else {
    if (loop_->observer) loop_->observer->done(id_, Outcome::returned, nullptr);
    FutureCore::finish();
  }
}

void TaskCore::complete_failed(std::exception_ptr error) {
  if (is_cancelled_error(error)) return complete_cancelled(std::move(error));
  if (loop_->observer) loop_->observer->done(id_, Outcome::failed, error);
  note_traceback(error);
  FutureCore::finish(error);
  if (ends_the_loop(error)) std::rethrow_exception(error);
}

ASYNCIO_SMALL void TaskCore::note_traceback(const std::exception_ptr& error) noexcept {
  try {
    keep_traceback(end_traceback(error, name()));
  } catch (const std::bad_alloc&) {
    // The task has no name then.
  }
}

void TaskCore::complete_cancelled(std::exception_ptr error) {
  if (loop_->observer) loop_->observer->done(id_, Outcome::cancelled, nullptr);
  CancelMessage message;
  if (!error && extras()) message = std::move(make_extras().cancel_message);
  interruption_.take_cancellation();
  set_cancelled_error(std::move(error));
  finish_cancelled(std::move(message));
}

void TaskCore::destroy_frames() noexcept {
  // Innermost first: the outermost's destructor would else recurse through all of them.
  for (PromiseBase* promise = std::exchange(innermost_, nullptr); promise;) {
    PromiseBase* caller = promise->caller;
    if (promise->call->callee() == promise) promise->call->destroy_callee();
    promise = caller;
  }
  root().destroy_callee();
}

ASYNCIO_SMALL void TaskCore::require_settable(const char* operation) const {
  throw std::runtime_error(std::string("Task does not support ") + operation + " operation");
}

ASYNCIO_SMALL void TaskCore::abandon() noexcept {
  Ref<TaskCore> self(this);
  Runnable::unlink();
  ListNode::unlink();
  destroy_frames();
  // It lay in one of the frames.
  waiting_on_ = nullptr;
  discard_callbacks();
  release();
}

ASYNCIO_SMALL std::string TaskCore::repr() const {
  std::string text = "<Task " + (cancel_requests_ > 0 && !done() ? std::string("cancelling") : repr_state());
  text += " name='" + name() + "'";
  if (PromiseBase* coroutine = root().callee()) {
    text += " coro=<" + std::string(function_name(coroutine->where)) + "() ";
    const std::source_location& at = innermost() ? innermost()->where : coroutine->where;
    text += "at " + std::string(file_name(at)) + ':' + std::to_string(at.line()) + '>';
  }
  if (waiting_on_) text += " wait_for=<" + waiting_on_->waiting_for() + '>';
  if (done() && !cancelled() && peek_error()) text += " exception=" + describe(peek_error());
  return text + '>';
}

}  // namespace asyncio::detail
