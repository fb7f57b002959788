#include "asyncio/detail/thread/thread_call.hpp"

#include <stdexcept>

#include "loop/loop_inbox.hpp"
#include "thread/default_executor.hpp"

namespace asyncio::detail {

PendingCall::PendingCall(LoopCore& loop, Ref<FutureCore> future, std::size_t& count)
    : loop_(loop), count_(count), future_(std::move(future)) {
  loop.self_owned.push_back(*this);
  ++count;
}

void PendingCall::finish() noexcept {
  --count_;
  // The future may be what keeps the loop.
  const Ref<FutureCore> future = std::move(future_);
  delete this;
}

/// What goes into the loop's inbox, and the call with it.
class ThreadCall::Delivery final : public HandleCore {
 public:
  Delivery() noexcept : HandleCore(EmptyContext()) {}
  std::unique_ptr<ThreadWork> call;

 private:
  void invoke() override { static_cast<ThreadCall&>(*call).deliver(); }
};

ThreadCall::ThreadCall(LoopCore& loop) : inbox_(loop.inbox()), delivery_(new Delivery) {}
ThreadCall::~ThreadCall() = default;

void ThreadCall::run(std::unique_ptr<ThreadWork> self) noexcept {
  State expected = State::waiting;
  if (state_->compare_exchange_strong(expected, State::running)) {
    try {
      call();
    } catch (...) {
      error_ = std::current_exception();
    }
  }
  hand_back(std::move(self));
}

void ThreadCall::drop(std::unique_ptr<ThreadWork> self) noexcept {
  State expected = State::waiting;
  state_->compare_exchange_strong(expected, State::dropped);
  hand_back(std::move(self));
}

/// Even a cancelled one goes back: what it owns belongs to the loop's thread.
void ThreadCall::hand_back(std::unique_ptr<ThreadWork> self) noexcept {
  const std::shared_ptr<LoopInbox> inbox = inbox_;
  Ref<HandleCore> delivery = std::exchange(delivery_, {});
  static_cast<Delivery&>(*delivery).call = std::move(self);
  inbox->push(std::move(delivery));
}

void ThreadCall::deliver() {
  if (*state_ == State::refused) return;
  FutureCore& future = pending_->future();
  const Ref<FutureCore> keep(&future);
  pending_->finish();
  if (future.done()) return;
  if (*state_ == State::dropped) {
    future.cancel({});
    return;
  }
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
  auto take_back = std::make_unique<TakeBack>(state);
  auto* pending = new PendingCall(loop, future.ref(), loop.calls_outside);
  call->pending_ = pending;
  try {
    executor->submit(Work(std::move(call)));
  } catch (...) {
    *state = ThreadCall::State::refused;
    pending->finish();
    throw;
  }
  future.core().add_callback(*take_back.release());
}

}  // namespace asyncio::detail
