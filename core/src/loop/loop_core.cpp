#include "asyncio/detail/loop/loop_core.hpp"

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/callback.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/log.hpp"
#include "base/small.hpp"
#include "coroutine/traceback.hpp"
#include "error/best_effort.hpp"
#include "loop/arranger.hpp"
#include "loop/forks.hpp"
#include "loop/loop_inbox.hpp"

namespace asyncio::detail {

LoopCore& running_loop() {
  if (LoopCore* loop = this_thread().loop) return *loop;
  throw std::runtime_error("no running event loop");
}

LoopCore* running_here() noexcept {
  LoopCore* loop = this_thread().loop;
  return loop && !loop->left_to_parent() ? loop : nullptr;
}

bool LoopCore::left_to_parent() const noexcept { return running_ && forks_ != forks.load(std::memory_order_relaxed); }

/// For the length of a run, this loop is the thread's.
class LoopCore::Running {
 public:
  explicit Running(LoopCore& loop) : loop_(loop), outside_(this_thread()) {
    loop.require_open();
    if (loop.running_) throw std::runtime_error("This event loop is already running");
    if (running_here()) throw std::runtime_error("Cannot run the event loop while another loop is running");
    loop.running_ = true;
    loop.forks_ = forks.load(std::memory_order_relaxed);
    this_thread().begin_outside_of_tasks();
    this_thread().loop = &loop;
    this_thread().ready = &loop.ready_;
    this_thread().observer = loop.observer;
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    loop_.stopping_ = false;
    loop_.running_ = false;
    if (exception_remembered) forget_exception();
    this_thread() = outside_;
  }

 private:
  LoopCore& loop_;
  /// Nothing but the context, unless the process was forked while the parent's loop ran.
  ThreadState outside_;
};

LoopCore::LoopCore(EventLoop& face, std::unique_ptr<Host> host, TimeMode mode, ManualClock* manual)
    : face_(&face), host_(std::move(host)), mode_(mode), manual_(manual), inbox_(std::make_shared<LoopInbox>(*host_)) {
  set_observer(host_->observer());
}

LoopCore::~LoopCore() = default;

void LoopCore::set_observer(Observer* watching) noexcept {
  observer = watching;
  watched = observer || debug;
}

void LoopCore::set_debug(bool enabled) noexcept {
  debug = enabled;
  watched = observer || debug;
}

void LoopCore::require_open() const {
  if (closed_) throw std::runtime_error("Event loop is closed");
}

Ref<HandleCore> LoopCore::schedule(Ref<HandleCore> handle) {
  require_open();
  require_own_thread();
  take_threadsafe();
  handle->hold();
  push(*handle);
  return handle;
}

Ref<HandleCore> LoopCore::schedule_at(Ref<HandleCore> handle, TimePoint when) {
  require_open();
  require_own_thread();
  timers_.add(*handle, when);
  handle->hold();
  return handle;
}

void LoopCore::require_own_thread() const {
  if (!used_elsewhere()) return;
  throw std::runtime_error(
      "Non-thread-safe operation invoked on an event loop other than the current one: it, or a future or task of it, "
      "is "
      "used from a thread that is not its own; use call_soon_threadsafe(), or a Completer to set a future");
}

EventLoop& LoopCore::face() const {
  if (!face_) throw std::runtime_error("the event loop of this future is destroyed");
  return *face_;
}

TimePoint LoopCore::time() const {
  switch (mode_) {
    case TimeMode::virtual_time:
      return virtual_now_;
    case TimeMode::manual:
      return manual_->now();
    case TimeMode::real:
      break;
  }
  return host_->now();
}

void LoopCore::run_forever() {
  Running running(*this);
  Ref<LoopCore> self(this);
  host_->drive(face());
}

std::optional<Duration> LoopCore::next_delay() {
  if (!ready_.empty() || !polled_.empty() || stopping_ || inbox_->filled()) return Duration::zero();
  if (timers_.empty()) return std::nullopt;
  return std::max(Duration::zero(), timers_.next() - time());
}

bool LoopCore::run_burst() {
  // Callbacks, not iterations: a look at the host costs more than one callback and less than this many.
  constexpr std::size_t longest = 64;
  const std::size_t begin = ready_.head();
  bool goes_on = run_once();
  while (goes_on && ready_.head() - begin < longest && !ready_.empty() && timers_.empty() && polled_.empty() &&
         !host_watches && !inbox_->filled()) {
    run_batch();
    goes_on = !stopping_;
  }
  return goes_on;
}

void LoopCore::take_polled() {
  while (!polled_.empty())
    if (Runnable* node = polled_.pop()) ready_.push(*node);
}

bool LoopCore::run_once() {
  wait_for_work();
  take_polled();
  take_threadsafe();
  fire_timers();
  run_batch();
  return !stopping_;
}

void LoopCore::wait_for_work() {
  const std::optional<Duration> delay = next_delay();
  const bool idle = !delay || *delay > Duration::zero();
  if (!delay && !host_->may_wake()) throw DeadlockError(describe_deadlock());
  if (mode_ == TimeMode::real || !idle || !delay) return host_->poll(delay);
  if (calls_outside > 0 && host_->may_wake()) return host_->poll(std::nullopt);
  if (completers > 0 && host_->may_wake()) return pass_real_time(*delay);
  host_->poll(Duration::zero());
  if (next_delay() == Duration::zero()) return;
  if (mode_ == TimeMode::virtual_time) {
    virtual_now_ = timers_.next();
  } else if (!host_->may_wake()) {
    throw DeadlockError(
        "the manual clock stands still: every task waits for a timer, and nothing can advance the clock");
  }
}

void LoopCore::pass_real_time(Duration delay) {
  if (mode_ == TimeMode::manual) return host_->poll(std::nullopt);
  const TimePoint begin = host_->now();
  host_->poll(delay);
  virtual_now_ = std::min(virtual_now_ + (host_->now() - begin), timers_.next());
}

void LoopCore::take_threadsafe() {
  if (!inbox_->filled()) return;
  CallbackList handles;
  inbox_->take(handles);
  handles.take_each([this](Runnable& handle) { ready_.push(handle); });
}

void LoopCore::fire_timers() {
  if (timers_.empty()) return;
  const TimePoint now = time();
  while (Timer* timer = timers_.pop_due(now)) ready_.push(*timer);
}

void LoopCore::run_batch() {
  ++iteration_;
  // What runs may schedule more: that belongs to the next iteration. If an error leaves the loop, the rest keeps its
  // turn.
  const std::size_t end = ready_.tail();
  if (arranger) [[unlikely]]
    arranger->arrange(ready_, end);
  if (observer) observer->iteration(iteration_, end - ready_.head());
  if (debug) {
    while (ready_.head() != end)
      if (Runnable* node = ready_.pop()) run_watched(*node);
  } else {
    while (ready_.head() != end)
      if (Runnable* node = ready_.pop()) node->run();
  }
  // Before the loop sleeps: what an error holds must not live on until something else happens.
  if (exception_remembered) [[unlikely]]
    forget_exception();
}

ASYNCIO_SMALL void LoopCore::run_watched(Runnable& node) {
  const TimePoint begin = host_->now();
  const std::string name = best_effort_text([&] { return describe(node); });
  node.run();
  const Duration took = host_->now() - begin;
  if (took < slow_callback) return;
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  log(LogLevel::warning, best_effort_text([&] {
        std::string digits = std::to_string(milliseconds % 1000);
        digits.insert(0, 3 - digits.size(), '0');
        return "Executing " + name + " took " + std::to_string(milliseconds / 1000) + '.' + digits + " seconds";
      }));
}

ASYNCIO_SMALL void LoopCore::close() {
  if (running_) throw std::runtime_error("Cannot close a running event loop");
  if (closed_) return;
  closed_ = true;
  inbox_->close();
  Ref<LoopCore> self(this);
  abandon_tasks();
  while (SelfOwned* owner = self_owned.front()) owner->abandon();
  user_callbacks.reset();
  take_threadsafe();
  take_polled();
  while (!ready_.empty())
    if (Runnable* node = ready_.pop()) node->discard();
  while (Timer* timer = timers_.pop_due(TimePoint::max())) timer->discard();
  drained_ = true;
}

}  // namespace asyncio::detail
