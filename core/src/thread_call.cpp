#include "asyncio/detail/thread_call.hpp"

#include <stdexcept>

#include "asyncio/detail/default_executor.hpp"
#include "asyncio/detail/loop_inbox.hpp"

namespace asyncio::detail {

PendingCall::PendingCall(LoopCore& loop, Ref<FutureCore> future) : loop_(loop), future_(std::move(future)) {
  loop.self_owned.push_back(*this);
  ++loop.calls_outside;
}

void PendingCall::finish() noexcept {
  --loop_.calls_outside;
  // The future may be what keeps the loop.
  const Ref<FutureCore> future = std::move(future_);
  delete this;
}

ThreadCall::ThreadCall(LoopCore& loop) noexcept : inbox_(loop.inbox()) {}

void ThreadCall::run(std::unique_ptr<Work> self) noexcept {
  State expected = State::waiting;
  if (state_->compare_exchange_strong(expected, State::running)) {
    try {
      call();
    } catch (...) {
      error_ = std::current_exception();
    }
  }
  // Even a cancelled one goes back: what it owns belongs to the loop's thread.
  const std::shared_ptr<LoopInbox> inbox = inbox_;
  inbox->push_call([self = std::move(self)] { static_cast<ThreadCall&>(*self).deliver(); });
}

void ThreadCall::deliver() {
  FutureCore& future = pending_->future();
  const Ref<FutureCore> keep(&future);
  pending_->finish();
  if (future.done()) return;
  if (error_) return future.finish(std::move(error_));
  store_value(future.storage());
  future.finish();
}

namespace {

/// Runs as one of the future's callbacks, in its turn.
class TakeBack final : public DoneCallback {
 public:
  explicit TakeBack(ThreadCall::SharedState state) : DoneCallback({}), state_(std::move(state)) {}

 private:
  void invoke(FutureCore& future) override {
    ThreadCall::State expected = ThreadCall::State::waiting;
    if (future.cancelled()) state_->compare_exchange_strong(expected, ThreadCall::State::cancelled);
  }
  ThreadCall::SharedState state_;
};

}  // namespace

void submit_call(LoopCore& loop, Executor* executor, std::unique_ptr<ThreadCall> call, const AnyFuture& future) {
  loop.require_open();
  if (!executor) executor = &default_executor(loop);
  const ThreadCall::SharedState state = call->state();
  auto* pending = new PendingCall(loop, future.ref());
  call->pending_ = pending;
  try {
    executor->submit(std::move(call));
  } catch (...) {
    pending->finish();
    throw;
  }
  future.core().add_callback(*new TakeBack(state));
}

}  // namespace asyncio::detail
