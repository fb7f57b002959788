#include "asyncio/shield.hpp"

#include <new>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/exceptions.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {
namespace {

/// Reports the error of an inner future whose shield was cancelled: nobody else will.
class LogOnException final : public Runnable {
 public:
  void scheduled_by(FutureCore& future) override { future_ = &future; }
  void discard() noexcept override { delete this; }
  void run() override {
    std::unique_ptr<LogOnException> self(this);
    if (future_->cancelled() || !future_->peek_error()) return;
    ExceptionContext context;
    context.exception = future_->exception();
    context.message = best_effort_text([&] { return type_name(context.exception) + " exception in shielded future"; });
    context.future = AnyFuture(future_);
    future_->loop().call_exception_handler(context);
  }

 private:
  Ref<FutureCore> future_;
};

/// One report is enough, however many shields were cancelled.
void report_error_of(FutureCore& inner) {
  bool reports = false;
  inner.callbacks().each_backwards([&](Runnable& node) { reports = reports || dynamic_cast<LogOnException*>(&node); });
  if (reports) return;
  try {
    inner.add_callback(*new LogOnException);
  } catch (const std::bad_alloc&) {
    // Then it is told of as one that was never retrieved.
  }
}

}  // namespace

ShieldCore::ShieldCore(LoopCore& loop, void* storage, AnyFuture inner)
    : FutureCore(loop, storage), inner_(std::move(inner)), shielding_task_(current_task_core()) {
  on_inner_.shield = on_outer_.shield = this;
}

void ShieldCore::launch() {
  retain();
  loop().self_owned.push_back(*this);
  inner_.core().add_callback(on_inner_);
  add_callback(on_outer_);
}

void ShieldCore::stop_following() noexcept {
  SelfOwned::unlink();
  on_inner_.unlink();
  on_outer_.unlink();
  release();
}

void ShieldCore::inner_done() {
  Ref<ShieldCore> self(this);
  // When the outer one is done, its own callback lets go of the inner one.
  if (done()) return;
  FutureCore& inner = inner_.core();
  if (inner.cancelled()) {
    FutureCore::cancel({});
  } else if (inner.exception()) {
    fail_like(inner);
  } else {
    try {
      copy_value(inner);
    } catch (...) {
      return finish(std::current_exception());
    }
    finish();
  }
}

void ShieldCore::outer_done() {
  Ref<ShieldCore> self(this);
  if (!inner_.done()) report_error_of(inner_.core());
  stop_following();
}

}  // namespace asyncio::detail
