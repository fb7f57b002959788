#include "asyncio/detail/waiter.hpp"

#include "asyncio/detail/task_core.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

bool Waiter::set() {
  if (done()) return false;
  state_ = State::set;
  if (task_) task_->wake();
  return true;
}

bool Waiter::cancel(const CancelMessage& message) {
  if (done()) return false;
  state_ = State::cancelled;
  message_ = message;
  if (task_) task_->wake();
  return true;
}

void Waiter::suspend(PromiseBase& caller) {
  task_ = caller.task;
  task_->suspend(caller, *this);
}

std::exception_ptr Waiter::outcome() {
  std::exception_ptr own;
  if (cancelled()) own = std::make_exception_ptr(CancelledError(message_));
  return task_ ? task_->take_interrupt(std::move(own)) : own;
}

void YieldAwaiter::suspend(PromiseBase& caller) {
  task_ = caller.task;
  task_->yield(caller);
}

void YieldAwaiter::await_resume() const { throw_if(task_->take_interrupt()); }

}  // namespace asyncio::detail
