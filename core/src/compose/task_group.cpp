#include "asyncio/task_group.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/task/end_waits.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/with.hpp"
#include "coroutine/traceback.hpp"
#include "error/best_effort.hpp"

namespace asyncio {
namespace detail {

class TaskGroupCore {
 public:
  /// Sees to it that leave() will need no memory.
  void prepare() { leaving_ = wait_and_leave(); }
  void enter();
  LoopCore& admit(CoroBase& coroutine);
  void adopt(const AnyTask& task);
  /// Waits for the children; throws what has to leave the block. \returns whether the body's own error ends here
  Coro<bool> leave(std::exception_ptr error);
  void cancel();
  std::string repr() const;

 private:
  /// One task of the group; its place in the group and its done callback.
  class Child final : public Runnable {
   public:
    explicit Child(TaskGroupCore& g) noexcept : group(g), place(*this) {}
    void run() override { group.child_done(*this); }
    FutureCore* awaiter() const noexcept override { return group.parent_.ref().get(); }

    struct Place : ListNode {
      explicit Place(Child& c) noexcept : child(c) {}
      Child& child;
    };
    TaskGroupCore& group;
    AnyTask task;
    Place place;
  };

 public:
  ~TaskGroupCore() {
    if (!children_.empty()) abandon();
    for (auto* all : {&children_, &failed_})
      while (auto* place = all->front()) delete &place->child;
  }

 private:
  /// The group dies before its block was left.
  void abandon() noexcept;
  void child_done(Child& child);
  void child_failed(const AnyTask& task, const std::exception_ptr& error);
  void abort();
  Coro<bool> wait_and_leave();
  std::exception_ptr outcome(std::exception_ptr cancellation);

  AnyTask parent_;
  LoopCore* loop_ = nullptr;
  List<Child::Place> children_;
  std::size_t child_count_ = 0;
  /// Those that have failed: they keep the errors.
  List<Child::Place> failed_;
  std::size_t failed_count_ = 0;
  /// For the next child, which must not run before it has a place.
  std::unique_ptr<Child> spare_;
  Spare<bool> leaving_;
  /// What the body came to.
  std::exception_ptr error_;
  TracebackRef traceback_;
  /// A request that came while the group was ending already.
  std::exception_ptr late_cancellation_;
  std::exception_ptr base_error_;
  /// Who waits for the children to end.
  List<Waiter> all_done_;
  bool entered_ = false;
  bool exiting_ = false;
  bool aborting_ = false;
  bool parent_cancel_requested_ = false;
  /// cancel() came before the block.
  bool cancels_on_entry_ = false;
};

void DeleteTaskGroupCore::operator()(TaskGroupCore* core) const noexcept { delete core; }

std::string TaskGroupCore::repr() const {
  std::string text = "<TaskGroup";
  if (child_count_ > 0) text += " tasks=" + std::to_string(child_count_);
  if (failed_count_ > 0) text += " errors=" + std::to_string(failed_count_);
  if (aborting_) {
    text += " cancelling";
  } else if (entered_) {
    text += " entered";
  }
  return text + '>';
}

void TaskGroupCore::enter() {
  if (entered_) throw std::runtime_error("TaskGroup " + repr() + " has already been entered");
  loop_ = &running_loop();
  parent_ = current_task();
  if (!parent_) throw std::runtime_error("TaskGroup " + repr() + " cannot determine the parent task");
  entered_ = true;
  if (cancels_on_entry_) cancel();
}

LoopCore& TaskGroupCore::admit(CoroBase& coroutine) {
  const char* refusal = nullptr;
  if (!entered_) {
    refusal = " has not been entered";
  } else if (exiting_ && children_.empty()) {
    refusal = " is finished";
  } else if (aborting_) {
    refusal = " is shutting down";
  }
  if (!refusal) {
    if (!spare_) spare_ = std::make_unique<Child>(*this);
    return *loop_;
  }
  coroutine.close();
  throw std::runtime_error("TaskGroup " + repr() + refusal);
}

void TaskGroupCore::adopt(const AnyTask& task) {
  // An eager task may have used the spare one for a task of its own.
  auto* child = spare_ ? spare_.release() : new Child(*this);
  child->task = task;
  children_.push_back(child->place);
  ++child_count_;
  // Scheduled even if an eager task is done already: the body goes on to its next await before it hears of an error.
  task.core().add_callback(*child);
  // An eager task may have cancelled the group before it belonged to it.
  if (aborting_ && !task.done()) child->task.cancel();
}

void TaskGroupCore::abort() {
  aborting_ = true;
  for (auto* place = children_.front(); place; place = children_.after(*place))
    if (!place->child.task.done()) place->child.task.cancel();
}

void TaskGroupCore::abandon() noexcept {
  end_waits(all_done_, "TaskGroup");
  // Its tasks die with the loop.
  if (loop_->closed()) return;
  ExceptionContext context;
  context.message = best_effort_text([&] {
    return "TaskGroup " + repr() +
           " destroyed before its tasks have ended: they are cancelled; use with(), or await aexit()";
  });
  context.task = parent_;
  loop_->report(context);
  for (auto* place = children_.front(); place; place = children_.after(*place)) {
    try {
      place->child.task.cancel();
    } catch (...) {
      // Without memory, or in a circle: it goes on by itself, as in Python.
    }
  }
}

void TaskGroupCore::cancel() {
  if (!entered_) {
    cancels_on_entry_ = true;
    return;
  }
  if (aborting_ || (exiting_ && children_.empty())) return;
  abort();
  parent_cancel_requested_ = true;
  parent_.cancel();
}

void TaskGroupCore::child_done(Child& child) {
  const AnyTask task = child.task;
  --child_count_;
  child.place.unlink();
  std::exception_ptr error;
  if (!task.cancelled()) error = task.exception();
  if (error) {
    failed_.push_back(child.place);
    ++failed_count_;
  } else {
    delete &child;
  }
  if (children_.empty() && !all_done_.empty()) all_done_.front()->set();
  if (error) child_failed(task, error);
}

void TaskGroupCore::child_failed(const AnyTask& task, const std::exception_ptr& error) {
  if (!base_error_ && ends_the_loop(error)) base_error_ = error;
  if (parent_.done()) {
    ExceptionContext context;
    context.message = best_effort_text([&] {
      return "Task " + task.repr() + " has errored out but its parent task " + parent_.repr() + " is already completed";
    });
    context.exception = error;
    context.task = task;
    return loop_->call_exception_handler(context);
  }
  if (aborting_ || parent_cancel_requested_) return;
  // The body is waiting somewhere: interrupt it, and remember that this request is ours to take back.
  abort();
  parent_cancel_requested_ = true;
  parent_.cancel();
}

Coro<bool> TaskGroupCore::leave(std::exception_ptr error) {
  error_ = std::move(error);
  traceback_ = traceback_of(error_);
  return leaving_ ? leaving_.take() : wait_and_leave();
}

Coro<bool> TaskGroupCore::wait_and_leave() {
  exiting_ = true;
  if (error_ && ends_the_loop(error_) && !base_error_) base_error_ = error_;
  if (error_ && !aborting_) abort();
  std::exception_ptr cancellation;
  if (error_ && is_cancelled_error(error_)) cancellation = error_;
  // Cancelled any number of times, it waits on.
  while (!children_.empty()) {
    Waiter waiter("TaskGroup");
    all_done_.push_back(waiter);
    const auto cancelled = co_await waiter.wait();
    if (!cancelled) continue;
    if (waiter.orphaned()) std::rethrow_exception(cancelled);
    late_cancellation_ = cancelled;
    if (aborting_) continue;
    cancellation = cancelled;
    abort();
  }
  const auto leaving = outcome(cancellation);
  throw_if(leaving);
  // The body's own CancelledError was the group's doing.
  co_return error_ != nullptr;
}

std::exception_ptr TaskGroupCore::outcome(std::exception_ptr cancellation) {
  if (base_error_) return base_error_;
  if (parent_cancel_requested_) {
    // With no request but the group's own left, the cancellation ends here.
    if (parent_.uncancel() == 0) {
      cancellation = nullptr;
    } else if (!cancellation) {
      cancellation = late_cancellation_;
    }
  }
  if (cancellation && failed_.empty()) return cancellation;
  std::vector<std::exception_ptr> errors;
  Tracebacks tracebacks;
  for (auto* place = failed_.front(); place; place = failed_.after(*place)) {
    errors.push_back(place->child.task.exception());
    tracebacks.push_back(place->child.task.core().traceback());
  }
  if (error_ && !is_cancelled_error(error_)) {
    errors.push_back(error_);
    tracebacks.push_back(traceback_);
  }
  if (errors.empty()) return nullptr;
  if (parent_.cancelling() > 0) {
    // Cancelled from outside, too: that must reach the parent's next await, whatever happens to the group's error.
    parent_.uncancel();
    parent_.cancel();
  }
  return std::make_exception_ptr(
      make_traced_group("unhandled errors in a TaskGroup", std::move(errors), std::move(tracebacks)));
}

}  // namespace detail

TaskGroup::TaskGroup() : core_(new detail::TaskGroupCore) {}

detail::TaskGroupCore& TaskGroup::core() const {
  if (!core_) throw std::runtime_error("this TaskGroup was moved from");
  return *core_;
}

detail::LoopCore& TaskGroup::admit(detail::CoroBase& coroutine) {
  if (!core_) coroutine.close();
  return core().admit(coroutine);
}
void TaskGroup::adopt(const AnyTask& task) { core().adopt(task); }
void TaskGroup::cancel() { core().cancel(); }
std::string TaskGroup::repr() const { return core_ ? core_->repr() : "<TaskGroup moved from>"; }

Coro<TaskGroup&> TaskGroup::aenter() {
  core().prepare();
  core().enter();
  co_return *this;
}

Coro<bool> TaskGroup::aexit(std::exception_ptr error) { return core().leave(std::move(error)); }

}  // namespace asyncio
