#include "asyncio/detail/thread/concurrent_state.hpp"

#include <utility>

#include "asyncio/exceptions.hpp"
#include "loop/loop_inbox.hpp"

namespace asyncio::detail {

bool ConcurrentState::cancel(const std::shared_ptr<ConcurrentState>& self) {
  // What may fail comes first.
  auto ask = [self] {
    if (self->task) self->task.cancel();
  };
  Ref<HandleCore> request(new HandleOf<decltype(ask)>(EmptyContext(), std::move(ask)));
  std::exception_ptr error = std::make_exception_ptr(CancelledError());
  if (!self->claim(State::cancelled)) return self->state() == State::cancelled;
  self->fail(std::move(error));
  // A loop that is closed has no task any more.
  self->inbox_->push(std::move(request));
  return true;
}

void ConcurrentState::fail(std::exception_ptr error) {
  store_error(std::move(error));
  announce();
}

void ConcurrentState::announce() noexcept {
  std::function<void()> listener;
  {
    const std::lock_guard lock(mutex_);
    announced_ = true;
    listener.swap(listener_);
  }
  if (listener) listener();
}

void ConcurrentState::listen(std::function<void()> f) {
  {
    const std::lock_guard lock(mutex_);
    if (!announced_) {
      listener_ = std::move(f);
      return;
    }
  }
  f();
}

bool ConcurrentState::on_loops_thread() const noexcept {
  const LoopCore* loop = this_thread().loop;
  return loop && loop->inbox() == inbox_;
}

namespace {

/// Or, where there is no memory for it, the error that says so.
std::exception_ptr broken_promise() noexcept {
  try {
    throw std::future_error(std::future_errc::broken_promise);
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

ConcurrentEnding::~ConcurrentEnding() {
  state_->task = {};
  if (state_->claim(ConcurrentState::State::finished)) state_->fail(broken_promise());
}

}  // namespace asyncio::detail
