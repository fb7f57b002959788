#include "asyncio/detail/thread/thread_result.hpp"

#include "asyncio/exceptions.hpp"
#include "loop/loop_inbox.hpp"

namespace asyncio::detail {
namespace {

/// Runs as one of the future's callbacks, in its turn.
class NoteCancelled final : public DoneCallback {
 public:
  explicit NoteCancelled(std::shared_ptr<std::atomic<bool>> cancelled)
      : DoneCallback({}), cancelled_(std::move(cancelled)) {}

 private:
  void invoke(FutureCore& future) override {
    if (future.cancelled()) cancelled_->store(true, std::memory_order_relaxed);
  }
  std::shared_ptr<std::atomic<bool>> cancelled_;
};

}  // namespace

ThreadResult::ThreadResult(const AnyFuture& future)
    : HandleCore(EmptyContext()),
      inbox_(future.core().loop().inbox()),
      cancelled_(std::make_shared<std::atomic<bool>>(false)) {
  future.core().loop().require_open();
  future.core().require_settable("Completer");
  auto note = std::make_unique<NoteCancelled>(cancelled_);
  LoopCore& loop = future.core().loop();
  pending_ = new PendingCall(loop, future.ref(), loop.completers);
  future.core().add_callback(*note.release());
}

bool ThreadResult::hand_in(Ref<ThreadResult> result, Outcome outcome, std::exception_ptr error) noexcept {
  result->outcome_ = outcome;
  result->error_ = std::move(error);
  // It may be gone before the call is over.
  const std::shared_ptr<LoopInbox> inbox = result->inbox_;
  return inbox->push(std::move(result));
}

void ThreadResult::invoke() {
  const Ref<FutureCore> future(&pending_->future());
  pending_->finish();
  if (future->done()) return;
  try {
    resolve(*future);
  } catch (...) {
    future->finish(std::current_exception());
  }
}

namespace {

void fail_dropped(FutureCore& future) {
  // Nobody who could wait, or ask: its callbacks are called, and no more is said.
  const bool unwatched = future.use_count() == 1;
  future.finish(std::make_exception_ptr(
      DestroyedError("Completer destroyed before it has set a result: whoever had it has let it go")));
  if (unwatched) future.mark_retrieved();
}

}  // namespace

void ThreadResult::resolve(FutureCore& future) {
  switch (outcome_) {
    case Outcome::dropped:
      return fail_dropped(future);
    case Outcome::value:
      store_value(future.storage());
      return future.finish();
    case Outcome::error:
      return future.finish(std::move(error_));
    case Outcome::cancelled:
      future.cancel({});
  }
}

void throw_completer_used() { throw InvalidStateError("this Completer has set its result already, or was moved from"); }

}  // namespace asyncio::detail
