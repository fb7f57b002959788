#include "asyncio/detail/task/waiter.hpp"

#include "asyncio/detail/task/task_core.hpp"
#include "asyncio/exceptions.hpp"
#include "task/cancelled.hpp"

namespace asyncio::detail {

bool Waiter::set() noexcept {
  if (done()) return false;
  state_ |= ended;
  if (task_) task_->wake();
  return true;
}

bool Waiter::cancel(const CancelMessage&) {
  // The message is the task's.
  if (done()) return false;
  state_ |= ended | by_cancel;
  if (task_) task_->wake();
  return true;
}

void Waiter::fail(std::exception_ptr error) {
  if (!cancelled()) task_->fail_await(std::move(error));
  set();
}

void Waiter::fail_as_cancelled() noexcept {
  const bool ends = !done();
  state_ |= ended | by_cancel;
  if (ends) task_->wake();
}

void Waiter::suspend(PromiseBase& caller) {
  task_ = this_thread().task;
  task_->suspend(caller, *this);
}

void Waiter::suspend_until(PromiseBase& caller) {
  task_ = this_thread().task;
  task_->suspend_until(caller, *this);
}

bool Waiter::interrupted() const noexcept { return task_->interrupted(); }

std::exception_ptr Waiter::interruption() noexcept {
  std::exception_ptr own;
  if (cancelled()) own = make_cancelled_error(task_->cancel_message());
  return task_->outcome(std::move(own));
}

void YieldAwaiter::suspend(PromiseBase& caller) { this_thread().task->yield(caller); }

void YieldAwaiter::await_resume() const { this_thread().task->deliver(false); }

}  // namespace asyncio::detail
