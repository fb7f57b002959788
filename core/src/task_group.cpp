#include "asyncio/task_group.hpp"

#include "asyncio/detail/loop_core.hpp"
#include "asyncio/detail/waiter.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {
namespace detail {

class TaskGroupCore {
 public:
  void enter();
  LoopCore& admit(CoroBase& coroutine);
  void adopt(const AnyTask& task);
  /// Waits for the children; gives what has to leave the block, or null.
  Coro<std::exception_ptr> leave(std::exception_ptr error);
  void cancel();

 private:
  /// One task of the group; its place in the group and its done callback.
  class Child final : public Runnable {
   public:
    Child(TaskGroupCore& g, AnyTask t) : group(g), task(std::move(t)), place(*this) {}
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
    while (auto* place = children_.front()) delete &place->child;
  }

 private:
  void child_done(Child& child);
  void child_failed(const AnyTask& task, const std::exception_ptr& error);
  void abort();
  Coro<std::exception_ptr> wait_for_children(std::exception_ptr cancellation);
  std::string repr() const;

  AnyTask parent_;
  LoopCore* loop_ = nullptr;
  List<Child::Place> children_;
  std::size_t child_count_ = 0;
  std::vector<std::exception_ptr> errors_;
  std::exception_ptr base_error_;
  Waiter* all_done_ = nullptr;
  bool entered_ = false;
  bool exiting_ = false;
  bool aborting_ = false;
  bool parent_cancel_requested_ = false;
};

void DeleteTaskGroupCore::operator()(TaskGroupCore* core) const noexcept { delete core; }

std::string TaskGroupCore::repr() const {
  std::string text = "<TaskGroup";
  if (child_count_ > 0) text += " tasks=" + std::to_string(child_count_);
  if (!errors_.empty()) text += " errors=" + std::to_string(errors_.size());
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
  if (!refusal) return *loop_;
  coroutine.close();
  throw std::runtime_error("TaskGroup " + repr() + refusal);
}

void TaskGroupCore::adopt(const AnyTask& task) {
  auto* child = new Child(*this, task);
  children_.push_back(child->place);
  ++child_count_;
  // Scheduled even if an eager task is done already: the body goes on to its next await before it hears of an error.
  task.core().add_callback(*child);
}

void TaskGroupCore::abort() {
  aborting_ = true;
  for (auto* place = children_.front(); place; place = children_.after(*place))
    if (!place->child.task.done()) place->child.task.cancel();
}

void TaskGroupCore::cancel() {
  if (aborting_ || !entered_) return;
  abort();
  if (exiting_) return;
  parent_cancel_requested_ = true;
  parent_.cancel();
}

void TaskGroupCore::child_done(Child& child) {
  const AnyTask task = child.task;
  delete &child;
  --child_count_;
  if (all_done_ && children_.empty()) all_done_->set();
  if (task.cancelled()) return;
  if (const std::exception_ptr error = task.exception()) child_failed(task, error);
}

void TaskGroupCore::child_failed(const AnyTask& task, const std::exception_ptr& error) {
  errors_.push_back(error);
  if (!base_error_ && ends_the_loop(error)) base_error_ = error;
  if (parent_.done()) {
    ExceptionContext context;
    context.message =
        "Task " + task.repr() + " has errored out but its parent task " + parent_.repr() + " is already completed";
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

Coro<std::exception_ptr> TaskGroupCore::wait_for_children(std::exception_ptr cancellation) {
  // Cancelled any number of times, it waits on.
  while (!children_.empty()) {
    Waiter waiter("TaskGroup");
    all_done_ = &waiter;
    const auto cancelled = co_await waiter.wait();
    all_done_ = nullptr;
    if (!cancelled || aborting_) continue;
    cancellation = cancelled;
    abort();
  }
  co_return cancellation;
}

Coro<std::exception_ptr> TaskGroupCore::leave(std::exception_ptr error) {
  exiting_ = true;
  if (error && ends_the_loop(error) && !base_error_) base_error_ = error;
  const bool body_cancelled = error && is_cancelled_error(error);
  if (error && !aborting_) abort();
  // Named, and not `c ? error : nullptr` in the call: g++ 12 destroys such a temporary of a co_await expression twice.
  std::exception_ptr cancellation;
  if (body_cancelled) cancellation = error;
  cancellation = co_await wait_for_children(cancellation);
  if (base_error_) co_return base_error_;
  // With no request but the group's own left, the cancellation ends here.
  if (parent_cancel_requested_ && parent_.uncancel() == 0) cancellation = nullptr;
  if (cancellation && errors_.empty()) co_return cancellation;
  if (error && !body_cancelled) errors_.push_back(error);
  if (errors_.empty()) co_return nullptr;
  if (parent_.cancelling() > 0) {
    // Cancelled from outside, too: that must reach the parent's next await, whatever happens to the group's error.
    parent_.uncancel();
    parent_.cancel();
  }
  co_return std::make_exception_ptr(ExceptionGroup("unhandled errors in a TaskGroup", std::move(errors_)));
}

}  // namespace detail

TaskGroup::TaskGroup() : core_(new detail::TaskGroupCore) {}

detail::LoopCore& TaskGroup::admit(detail::CoroBase& coroutine) { return core_->admit(coroutine); }
void TaskGroup::adopt(const AnyTask& task) { core_->adopt(task); }
void TaskGroup::cancel() { core_->cancel(); }

Coro<TaskGroup&> TaskGroup::aenter() {
  core_->enter();
  co_return *this;
}

Coro<bool> TaskGroup::aexit(std::exception_ptr error) {
  const auto leaving = co_await core_->leave(error);
  detail::throw_if(leaving);
  // The body's own CancelledError was the group's doing.
  co_return error != nullptr;
}

}  // namespace asyncio
