#include "asyncio/barrier.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {

Barrier::Barrier(int parties, std::source_location where) : parties_(parties) {
  if (parties < 1) throw std::invalid_argument("parties must be >= 1");
  changed_.resource_.make(ResourceKind::barrier, where);
  changed_.lock_->resource_.join(ResourceKind::lock, changed_.resource_);
}

Coro<void> Barrier::block() {
  co_await changed_.wait_for([this] { return state_ != State::draining && state_ != State::resetting; });
  if (state_ == State::broken) throw BrokenBarrierError("Barrier aborted");
}

Coro<void> Barrier::wait_for_others() {
  co_await changed_.wait_for([this] { return state_ != State::filling; });
  if (state_ == State::broken || state_ == State::resetting) throw BrokenBarrierError("Abort or reset of barrier");
}

Coro<int> Barrier::wait() {
  const Safety self(*this);
  auto guard = co_await changed_.scoped_lock();
  co_await block();
  // Who cannot wait is not counted.
  Coro<void> waiting;
  if (count_ + 1 < parties_) waiting = wait_for_others();
  const int index = count_++;
  changed_.resource_.note(ResourceKind::barrier, ResourceAct::arrived, static_cast<std::size_t>(count_));
  Result<void> outcome;
  if (waiting) {
    outcome = co_await detail::Captured<void>(std::move(waiting));
  } else {
    state_ = State::draining;
    changed_.notify_all();
  }
  if (!self.destroyed()) {
    --count_;
    leave();
  }
  outcome.value();
  co_return index;
}

void Barrier::leave() {
  if (count_ > 0) return;
  if (state_ == State::resetting || state_ == State::draining) state_ = State::filling;
  changed_.notify_all();
}

Coro<void> Barrier::reset() {
  auto guard = co_await changed_.scoped_lock();
  state_ = count_ > 0 ? State::resetting : State::filling;
  changed_.notify_all();
}

Coro<void> Barrier::abort() {
  auto guard = co_await changed_.scoped_lock();
  state_ = State::broken;
  changed_.notify_all();
}

Coro<bool> Barrier::aexit(std::exception_ptr) { co_return false; }

std::string Barrier::repr() const {
  constexpr const char* names[] = {"filling", "draining", "resetting", "broken"};
  std::string text = std::string("<Barrier [") + names[static_cast<int>(state_)];
  if (!broken()) text += ", waiters:" + std::to_string(n_waiting()) + '/' + std::to_string(parties_);
  return text + "]>";
}

}  // namespace asyncio
