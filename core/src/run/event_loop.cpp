#include "asyncio/event_loop.hpp"

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/log.hpp"
#include "error/best_effort.hpp"
#include "loop/loop_inbox.hpp"

namespace asyncio {
namespace {

detail::TimeMode time_mode(const ClockChoice& clock, const Host& host) {
  switch (clock.kind()) {
    case ClockChoice::Kind::virtual_time:
      return detail::TimeMode::virtual_time;
    case ClockChoice::Kind::manual:
      return detail::TimeMode::manual;
    case ClockChoice::Kind::real:
      return detail::TimeMode::real;
    case ClockChoice::Kind::platform_default:
      break;
  }
  return host.prefers_virtual_time() ? detail::TimeMode::virtual_time : detail::TimeMode::real;
}

std::string describe_context(const ExceptionContext& context) {
  std::string text = context.message.empty() ? "Unhandled exception in event loop" : context.message;
  if (context.future) text += "\nfuture: " + context.future.repr();
  if (context.task) text += "\ntask: " + context.task.repr();
  if (context.exception) text += '\n' + detail::describe(context.exception);
  return text;
}

/// Without memory for all of it, what can be said without.
void log_context(const ExceptionContext& context) noexcept {
  try {
    detail::log(LogLevel::error, describe_context(context));
  } catch (...) {
    detail::log(LogLevel::error, context.message);
    detail::log(LogLevel::error, "out of memory for more");
  }
}

}  // namespace

TimePoint Clock::now() { return detail::running_loop().time(); }

EventLoop::EventLoop(ClockChoice clock) : EventLoop(make_default_host(), clock) {}

EventLoop::EventLoop(std::unique_ptr<Host> host, ClockChoice clock) {
  const auto mode = time_mode(clock, *host);
  core_ = detail::Ref<detail::LoopCore>(new detail::LoopCore(*this, std::move(host), mode, clock.manual()));
}

EventLoop::~EventLoop() {
  if (!core_->running()) core_->close();
  core_->detach();
}

void EventLoop::run_forever() { core_->run_forever(); }

void EventLoop::stop() { core_->stop(); }
bool EventLoop::is_running() const noexcept { return core_->running(); }
bool EventLoop::is_closed() const noexcept { return core_->closed(); }
void EventLoop::close() { core_->close(); }
bool EventLoop::run_once() { return core_->run_once(); }
bool EventLoop::run_burst() { return core_->run_burst(); }
std::optional<Duration> EventLoop::next_delay() const {
  const std::optional<Duration> delay = core_->next_delay();
  // Virtual time moves when the loop runs, not while its host waits.
  return delay && !core_->real_time() ? Duration::zero() : delay;
}
TimePoint EventLoop::time() const { return core_->time(); }
Host& EventLoop::host() const noexcept { return core_->host(); }

void EventLoop::run_until_done(const AnyFuture& future) {
  core_->require_open();
  if (&future.core().loop() != core_.get())
    throw std::invalid_argument("The future belongs to a different loop than the one specified as the loop argument");
  struct StopWhenDone : detail::Runnable {
    explicit StopWhenDone(detail::LoopCore& l) : loop(l) {}
    void run() override { loop.stop(); }
    detail::LoopCore& loop;
  } stop(*core_);
  detail::Ref<detail::FutureCore> keep = future.ref();
  future.core().add_callback(stop);
  try {
    core_->run_forever();
  } catch (...) {
    // The error that leaves the loop is told now; the task's own copy is not to be reported again.
    if (future.done()) keep->mark_retrieved();
    throw;
  }
  if (!future.done()) throw std::runtime_error("Event loop stopped before Future completed.");
}

void EventLoop::require_startable(detail::CoroBase& coroutine) {
  if (!core_->closed()) return;
  coroutine.close();
  core_->require_open();
}

void EventLoop::set_task_factory(TaskFactory factory) noexcept { core_->eager_tasks = factory == TaskFactory::eager; }
TaskFactory EventLoop::get_task_factory() const noexcept {
  return core_->eager_tasks ? TaskFactory::eager : TaskFactory::lazy;
}

detail::Ref<detail::HandleCore> EventLoop::schedule(detail::Ref<detail::HandleCore> handle) {
  core_->require_open();
  core_->require_own_thread();
  handle->hold();
  core_->push(*handle);
  return handle;
}

bool EventLoop::on_own_thread() const noexcept { return detail::this_thread().loop == core_.get(); }

void EventLoop::hand_in(detail::Ref<detail::HandleCore> handle) {
  if (!core_->inbox()->push(std::move(handle))) throw std::runtime_error("Event loop is closed");
}

detail::Ref<detail::HandleCore> EventLoop::schedule_at(detail::Ref<detail::HandleCore> handle, TimePoint when) {
  core_->require_open();
  core_->require_own_thread();
  core_->timers().add(*handle, when);
  handle->hold();
  return handle;
}

void EventLoop::set_exception_handler(ExceptionHandler handler) {
  core_->exception_handler = handler ? std::make_shared<const ExceptionHandler>(std::move(handler)) : nullptr;
}
const ExceptionHandler& EventLoop::get_exception_handler() const noexcept {
  static const ExceptionHandler none;
  return core_->exception_handler ? *core_->exception_handler : none;
}

void EventLoop::default_exception_handler(const ExceptionContext& context) { log_context(context); }

void EventLoop::call_exception_handler(const ExceptionContext& context) {
  if (!core_->exception_handler) return default_exception_handler(context);
  try {
    const auto handler = core_->exception_handler;
    (*handler)(*this, context);
  } catch (...) {
    if (detail::ends_the_loop(std::current_exception())) throw;
    ExceptionContext inner;
    inner.message = detail::best_effort_text([] { return "Unhandled error in exception handler"; });
    inner.exception = std::current_exception();
    default_exception_handler(inner);
  }
}

void EventLoop::set_debug(bool enabled) noexcept { core_->debug = enabled; }
bool EventLoop::get_debug() const noexcept { return core_->debug; }
void EventLoop::set_slow_callback_duration(Duration duration) noexcept { core_->slow_callback = duration; }
Duration EventLoop::slow_callback_duration() const noexcept { return core_->slow_callback; }
void EventLoop::set_observer(Observer* observer) noexcept {
  core_->observer = observer;
  if (on_own_thread()) detail::this_thread().observer = observer;
}

EventLoop& get_running_loop() { return detail::running_loop().face(); }

EventLoop* get_running_loop_or_null() noexcept {
  detail::LoopCore* loop = detail::this_thread().loop;
  return loop ? &loop->face() : nullptr;
}

namespace detail {

void report_without_loop(const ExceptionContext& context) noexcept { log_context(context); }

void HandleCore::hold() noexcept {
  held_ = true;
  retain();
}

void HandleCore::cancel() noexcept {
  cancelled_ = true;
  if (remote_) cancel_elsewhere();
  disarm();
  let_go();
}

void HandleCore::let_go() noexcept {
  if (!held_) return;
  held_ = false;
  release();
}

void HandleCore::run() {
  Ref<HandleCore> self(this);
  const Ref<LoopCore> loop(this_thread().loop);
  let_go();
  try {
    ContextHolder::Scope scope(context_);
    invoke();
  } catch (...) {
    loop->report_callback_error(Handle(self));
  }
}

}  // namespace detail
}  // namespace asyncio
