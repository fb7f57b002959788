#include "asyncio/future.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/task/task_core.hpp"
#include "coroutine/traceback.hpp"

namespace asyncio {

void AnyFuture::throw_empty() {
  throw InvalidStateError("this handle names no future or task: it was default-constructed or moved from");
}

EventLoop& AnyFuture::get_loop() const { return core().loop().face(); }

namespace detail {

void FutureAwaiterBase::suspend(PromiseBase& caller) {
  TaskCore& task = *this_thread().task;
  task_ = &task;
  if (future_.get() == &task) {
    return task.fail_next_step(
        caller, std::make_exception_ptr(std::runtime_error("Task cannot await on itself: " + task.repr())));
  }
  if (&future_->loop() != &task.loop()) {
    return task.fail_next_step(
        caller, std::make_exception_ptr(std::runtime_error("Task " + task.repr() + " got Future " + future_->repr() +
                                                           " attached to a different loop")));
  }
  future_->add_callback(task);
  task.suspend(caller, *future_);
}

void FutureAwaiterBase::resume() {
  if (future_->has_value() && !(task_ && task_->interrupted())) [[likely]]
    return;
  if (task_) {
    // Before anything is thrown the error counts as seen: whoever waited has been told.
    future_->mark_retrieved();
    if (const auto& error = future_->peek_error()) resume_traceback(error, future_->traceback());
    task_->deliver(future_->cancelled() ? future_->cancelled_error() : future_->peek_error());
  }
  future_->check_result();
}

}  // namespace detail
}  // namespace asyncio
