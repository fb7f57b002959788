#include "asyncio/detail/task/future_core.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/exceptions.hpp"
#include "base/small.hpp"
#include "coroutine/traceback.hpp"
#include "error/best_effort.hpp"
#include "task/cancelled.hpp"

namespace asyncio::detail {

FutureCore::FutureCore(LoopCore& loop, void* storage)
    : storage_offset_(static_cast<std::uint16_t>(static_cast<char*>(storage) - reinterpret_cast<char*>(this))),
      loop_(&loop) {}

FutureCore::~FutureCore() { discard_callbacks(); }

FutureExtras& FutureCore::make_extras() {
  if (!extras_) extras_ = std::make_unique<FutureExtras>();
  return *extras_;
}

void FutureCore::discard_callbacks() noexcept {
  callbacks_.take_each([](Runnable& node) { node.discard(); });
}

void FutureCore::add_awaited_by(FutureCore& waiter) { make_extras().awaited_by.emplace_back(&waiter); }

void FutureCore::discard_awaited_by(FutureCore& waiter) noexcept {
  if (extras_) std::erase_if(extras_->awaited_by, [&](const auto& w) { return w.get() == &waiter; });
}

void FutureCore::destroy() noexcept {
  if (report_unretrieved_) {
    // The handler may look at the future, and may even keep it.
    retain();
    report_never_retrieved();
    if (use_count() > 1) return release();
  }
  delete this;
}

ASYNCIO_SMALL void FutureCore::report_never_retrieved() noexcept {
  report_unretrieved_ = false;
  ExceptionContext context;
  context.message = best_effort_text([this] { return std::string(kind()) + " exception was never retrieved"; });
  context.exception = error_;
  context.future = AnyFuture(this);
  loop_->report(context);
}

bool FutureCore::cancel(const CancelMessage& message) {
  loop_->require_own_thread();
  mark_retrieved();
  if (done()) return false;
  finish_cancelled(message);
  return true;
}

void FutureCore::finish_cancelled(CancelMessage message) {
  // First, because it may fail; without a message it does not.
  if (message || extras_) make_extras().cancel_message = std::move(message);
  state_ = FutureState::cancelled;
  schedule_callbacks();
}

void FutureCore::require_pending() const {
  if (done()) throw InvalidStateError("invalid state: " + repr() + " is done already, its result cannot be set again");
}

void FutureCore::require_settable(const char*) const {
  loop_->require_own_thread();
  require_pending();
}

void FutureCore::finish() {
  require_pending();
  state_ = FutureState::finished;
  schedule_callbacks();
}

void FutureCore::finish(std::exception_ptr error) {
  require_pending();
  // A task knows more of its own.
  if (!traceback()) keep_traceback(traceback_of(error));
  error_ = std::move(error);
  state_ = FutureState::finished;
  report_unretrieved_ = true;
  schedule_callbacks();
}

void FutureCore::fail_like(const FutureCore& other) {
  keep_traceback(other.traceback());
  finish(other.peek_error());
}

void FutureCore::keep_traceback(TracebackRef traceback) noexcept {
  if (!traceback) return;
  try {
    make_extras().traceback = std::move(traceback);
  } catch (const std::bad_alloc&) {
    // Then the report says less.
  }
}

void FutureCore::rethrow_error() const { rethrow(error_, traceback()); }

void FutureCore::schedule_callbacks() {
  if (callbacks_.empty()) return;
  if (loop_->drained()) {
    discard_callbacks();
    loop_->require_open();
  }
  callbacks_.take_each([this](Runnable& node) {
    node.scheduled_by(*this);
    loop_->push(node);
  });
}

void FutureCore::add_callback(Runnable& node) {
  if (!done()) return callbacks_.add(node);
  if (loop_->drained()) {
    node.discard();
    loop_->require_open();
  }
  node.scheduled_by(*this);
  loop_->push(node);
}

std::exception_ptr FutureCore::cancelled_error() noexcept {
  if (!error_) error_ = make_cancelled_error(extras_ ? extras_->cancel_message : no_message);
  return error_;
}

std::exception_ptr FutureCore::exception() {
  if (cancelled()) std::rethrow_exception(cancelled_error());
  if (!done()) throw InvalidStateError("Exception is not set.");
  mark_retrieved();
  return error_;
}

void FutureCore::check_result() {
  if (cancelled()) std::rethrow_exception(cancelled_error());
  if (!done()) throw InvalidStateError("Result is not set.");
  mark_retrieved();
  if (error_) rethrow_error();
}

std::string FutureCore::waiting_for() const { return "Future"; }

std::string FutureCore::repr_state() const {
  switch (state_) {
    case FutureState::pending:
      return "pending";
    case FutureState::cancelled:
      return "cancelled";
    case FutureState::finished:
      break;
  }
  return "finished";
}

ASYNCIO_SMALL std::string FutureCore::repr() const {
  std::string text = std::string("<") + kind() + ' ' + repr_state();
  if (state_ == FutureState::finished && error_) text += " exception=" + describe(error_);
  return text + '>';
}

namespace {
CallbackId next_callback_id() noexcept {
  thread_local CallbackId last = 0;
  return ++last;
}
}  // namespace

DoneCallback::DoneCallback(ContextRef context) : context_(context.cell()), id_(next_callback_id()) {}

void DoneCallback::run() {
  std::unique_ptr<DoneCallback> self(this);
  Ref<LoopCore> loop(&future_->loop());
  try {
    ContextHolder::Scope scope(context_);
    invoke(*future_);
  } catch (...) {
    loop->report_callback_error({}, future_.get());
  }
}

std::size_t remove_done_callback(FutureCore& future, CallbackId id) {
  std::size_t removed = 0;
  future.callbacks().each_backwards([&](Runnable& node) {
    auto* callback = dynamic_cast<DoneCallback*>(&node);
    if (!callback || callback->id() != id) return;
    callback->unlink();
    callback->discard();
    ++removed;
  });
  return removed;
}

}  // namespace asyncio::detail
