#include "asyncio/detail/task_core.hpp"

#include <atomic>

#include "asyncio/detail/loop_core.hpp"
#include "asyncio/detail/thread_state.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {
namespace {

// Python counts default names and (here) ids in the process, not in the loop.
std::uint64_t next_default_name() noexcept {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

TaskId next_task_id() noexcept {
  static std::atomic<TaskId> last{0};
  return ++last;
}

CancelMessage to_message(const std::unique_ptr<std::string>& text) {
  return text ? CancelMessage(*text) : CancelMessage();
}

/// For the length of a step, this task is the one that runs and its context the current one.
class StepScope {
 public:
  StepScope(LoopCore& loop, TaskCore& task)
      : loop_(loop), task_(task), previous_(loop.current), context_(task.context()) {
    loop.current = &task;
    if (loop.observer) loop.observer->step_begin(task.id());
  }
  StepScope(const StepScope&) = delete;
  StepScope& operator=(const StepScope&) = delete;
  ~StepScope() {
    if (loop_.observer) loop_.observer->step_end(task_.id());
    loop_.current = previous_;
  }

 private:
  LoopCore& loop_;
  TaskCore& task_;
  TaskCore* previous_;
  ContextHolder::Scope context_;
};

TaskId current_id(const LoopCore& loop) noexcept { return loop.current ? loop.current->id() : 0; }

}  // namespace

TaskCore* current_task_core() noexcept {
  LoopCore* loop = this_thread().loop;
  return loop ? loop->current : nullptr;
}

TaskCore::TaskCore(LoopCore& loop, CallBase& root, void* storage, const TaskOptions& options,
                   std::source_location where)
    : FutureCore(loop, storage),
      root_(root),
      context_(options.context.cell()),
      name_(options.name),
      id_(next_task_id()) {
  if (options.name.empty()) default_name_ = next_default_name();
  if (loop.observer) {
    const bool eager = options.eager_start.value_or(loop.eager_tasks);
    loop.observer->created(id_, name(), current_id(loop), eager, where);
  }
}

TaskCore::~TaskCore() {
  unlink();
  destroy_frames();
}

void TaskCore::launch(const TaskOptions& options) {
  loop().tasks.push_back(registry_node_);
  retain();  // the loop's own reference, until the task is done
  const bool eager = options.eager_start.value_or(loop().eager_tasks);
  if (eager && loop().running()) {
    step();
  } else {
    loop().push(*this);
  }
}

std::string TaskCore::name() const { return name_.empty() ? "Task-" + std::to_string(default_name_) : name_; }

void TaskCore::set_name(std::string name) {
  name_ = std::move(name);
  if (loop().observer) loop().observer->renamed(id_, name_);
}

bool TaskCore::cancel(const CancelMessage& message) {
  mark_retrieved();
  if (done()) return false;
  // Down the chain of tasks, each of which awaits the next, without a call a level. A task that comes again closes a
  // circle; to look back only at each power of two is enough to notice (Brent).
  TaskCore* task = this;
  TaskCore* seen = this;
  std::size_t steps = 0;
  std::size_t look_at = 1;
  while (TaskCore* awaited = task->request_cancel(message)) {
    task = awaited;
    if (task == seen) throw std::runtime_error("tasks await each other in a circle: " + task->repr());
    if (++steps == look_at) {
      seen = task;
      look_at *= 2;
    }
  }
  return true;
}

TaskCore* TaskCore::request_cancel(const CancelMessage& message) {
  if (loop().observer) loop().observer->cancel_requested(id_, current_id(loop()), message.value_or(""));
  ++cancel_requests_;
  FutureCore* future = waiting_on_ ? waiting_on_->as_future() : nullptr;
  TaskCore* awaited = future ? future->as_task() : nullptr;
  if (awaited) awaited->mark_retrieved();
  if (awaited && !awaited->done()) return awaited;
  if (waiting_on_ && !awaited && waiting_on_->cancel(message)) return nullptr;
  // The next step is scheduled already, or runs now: it delivers the cancellation.
  must_cancel_ = true;
  cancel_message_ = message ? std::make_unique<std::string>(*message) : nullptr;
  return nullptr;
}

int TaskCore::uncancel() noexcept {
  if (cancel_requests_ > 0 && --cancel_requests_ == 0) must_cancel_ = false;
  return cancel_requests_;
}

std::exception_ptr TaskCore::take_interrupt(std::exception_ptr own) {
  if (!own) own = std::exchange(fail_with_, nullptr);
  if (!must_cancel_) return own;
  must_cancel_ = false;
  if (own && is_cancelled_error(own)) return own;
  return std::make_exception_ptr(CancelledError(to_message(cancel_message_)));
}

void TaskCore::note_suspended(PromiseBase& innermost) {
  innermost_ = &innermost;
  if (!loop().observer) return;
  FutureCore* future = waiting_on_ ? waiting_on_->as_future() : nullptr;
  TaskCore* awaited = future ? future->as_task() : nullptr;
  loop().observer->suspended(id_, waiting_on_ ? waiting_on_->waiting_for() : "sleep(0)", awaited ? awaited->id() : 0,
                             programs_frame(innermost).where);
}

void TaskCore::suspend(PromiseBase& innermost, Waitable& waitable) {
  waiting_on_ = &waitable;
  note_suspended(innermost);
  // Cancelled while it ran: the wait ends before it has begun.
  if (must_cancel_ && waitable.cancel(to_message(cancel_message_))) must_cancel_ = false;
}

void TaskCore::yield(PromiseBase& innermost) {
  note_suspended(innermost);
  loop().push(*this);
}

void TaskCore::fail_next_step(PromiseBase& innermost, std::exception_ptr error) {
  fail_with_ = std::move(error);
  yield(innermost);
}

void TaskCore::wake() {
  if (loop().observer) loop().observer->woken(id_, current_id(loop()));
  loop().push(*this);
}

void TaskCore::scheduled_by(FutureCore&) {
  if (loop().observer) loop().observer->woken(id_, current_id(loop()));
}

void TaskCore::run() { step(); }

void TaskCore::step() {
  // The step may drop the last handle, and completion drops the loop's reference.
  Ref<TaskCore> self(this);
  waiting_on_ = nullptr;
  {
    StepScope scope(loop(), *this);
    run_coroutines();
  }
  if (ended_) complete();
}

void TaskCore::run_coroutines() {
  if (started_) {
    next_ = innermost_;
  } else {
    started_ = true;
    // Cancelled before the start: the body never runs.
    if (must_cancel_) return fail_before_start(take_interrupt());
    if (!root_.callee()) return fail_before_start(awaited_twice_error());
    root_.callee()->enter(*this, nullptr, root_);
  }
  // A trampoline: a coroutine that calls or returns leaves the next one here, so the stack stays flat however deep they
  // nest.
  while (next_) {
    innermost_ = std::exchange(next_, nullptr);
    innermost_->handle().resume();
  }
}

void TaskCore::fail_before_start(std::exception_ptr error) {
  root_.set_error(std::move(error));
  ended_ = true;
}

void TaskCore::complete() {
  // Locals and parameters die before anybody hears of the result.
  innermost_ = nullptr;
  root_.destroy_callee();
  registry_node_.unlink();
  Ref<TaskCore> self(this);
  release();
  std::exception_ptr error = root_.error();
  root_.set_error(nullptr);
  if (error && is_cancelled_error(error)) {
    complete_cancelled(std::move(error));
  } else if (error) {
    if (loop().observer) loop().observer->done(id_, Outcome::failed, error);
    FutureCore::finish(error);
    if (ends_the_loop(error)) std::rethrow_exception(error);
  } else if (must_cancel_) {
    // It cancelled itself and returned: the value is lost.
    complete_cancelled(nullptr);
  } else {
    if (loop().observer) loop().observer->done(id_, Outcome::returned, nullptr);
    FutureCore::finish();
  }
}

void TaskCore::complete_cancelled(std::exception_ptr error) {
  if (loop().observer) loop().observer->done(id_, Outcome::cancelled, nullptr);
  const bool by_return = !error;
  must_cancel_ = false;
  set_cancelled_error(std::move(error));
  finish_cancelled(by_return ? to_message(cancel_message_) : CancelMessage());
}

void TaskCore::destroy_frames() noexcept {
  // Innermost first: the outermost's destructor would else recurse through all of them.
  for (PromiseBase* promise = std::exchange(innermost_, nullptr); promise;) {
    PromiseBase* caller = promise->caller;
    if (promise->call->callee() == promise) promise->call->destroy_callee();
    promise = caller;
  }
  root_.destroy_callee();
}

void TaskCore::require_settable(const char* operation) const {
  throw std::runtime_error(std::string("Task does not support ") + operation + " operation");
}

void TaskCore::abandon() noexcept {
  Ref<TaskCore> self(this);
  unlink();
  registry_node_.unlink();
  destroy_frames();
  // It lay in one of the frames.
  waiting_on_ = nullptr;
  discard_callbacks();
  release();
}

std::string TaskCore::repr() const {
  std::string text = "<Task " + (cancel_requests_ > 0 && !done() ? std::string("cancelling") : repr_state());
  text += " name='" + name() + "'";
  if (PromiseBase* coroutine = root_.callee()) {
    text += " coro=<" + std::string(function_name(coroutine->origin)) + "() ";
    const std::source_location& at = innermost_ ? innermost_->where : coroutine->where;
    text += "at " + std::string(file_name(at)) + ':' + std::to_string(at.line()) + '>';
  }
  if (waiting_on_) text += " wait_for=<" + waiting_on_->waiting_for() + '>';
  if (done() && !cancelled() && peek_error()) text += " exception=" + describe(peek_error());
  return text + '>';
}

}  // namespace asyncio::detail
