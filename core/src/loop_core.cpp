#include "asyncio/detail/loop_core.hpp"

#include "asyncio/call_graph.hpp"
#include "asyncio/detail/loop_inbox.hpp"
#include "asyncio/detail/thread_state.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/log.hpp"

namespace asyncio {

void Host::drive(EventLoop& loop) {
  while (loop.run_once()) {
  }
}

namespace detail {

LoopCore& running_loop() {
  if (LoopCore* loop = this_thread().loop) return *loop;
  throw std::runtime_error("no running event loop");
}

/// For the length of a run, this loop is the thread's.
class LoopCore::Running {
 public:
  explicit Running(LoopCore& loop) : loop_(loop) {
    loop.require_open();
    if (loop.running_) throw std::runtime_error("This event loop is already running");
    if (this_thread().loop) throw std::runtime_error("Cannot run the event loop while another loop is running");
    loop.running_ = true;
    this_thread().loop = &loop;
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    loop_.stopping_ = false;
    loop_.running_ = false;
    this_thread().loop = nullptr;
  }

 private:
  LoopCore& loop_;
};

LoopCore::LoopCore(EventLoop& face, std::unique_ptr<Host> host, TimeMode mode, ManualClock* manual)
    : face_(&face), host_(std::move(host)), mode_(mode), manual_(manual), inbox_(std::make_shared<LoopInbox>(*host_)) {
  observer = host_->observer();
}

LoopCore::~LoopCore() = default;

void LoopCore::require_open() const {
  if (closed_) throw std::runtime_error("Event loop is closed");
}

void LoopCore::require_own_thread() const {
  if (!debug || !running_ || this_thread().loop == this) return;
  throw std::runtime_error(
      "Non-thread-safe operation invoked on an event loop other than the current one: use call_soon_threadsafe()");
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

std::optional<Duration> LoopCore::next_delay() const {
  if (!ready_.empty() || !polled_.empty() || stopping_ || inbox_->filled()) return Duration::zero();
  if (timers_.empty()) return std::nullopt;
  return std::max(Duration::zero(), timers_.next() - time());
}

bool LoopCore::run_once() {
  wait_for_work();
  ready_.splice_back(polled_);
  take_threadsafe();
  fire_timers();
  run_batch();
  return !stopping_;
}

void LoopCore::wait_for_work() {
  const std::optional<Duration> delay = next_delay();
  const bool idle = !delay || *delay > Duration::zero();
  if (!delay && !host_->may_wake()) throw DeadlockError(describe_deadlock(*this));
  if (mode_ == TimeMode::real || !idle || !delay) return host_->poll(delay);
  if (calls_in_threads > 0) return host_->poll(std::nullopt);
  host_->poll(Duration::zero());
  if (next_delay() == Duration::zero()) return;
  if (mode_ == TimeMode::virtual_time) {
    virtual_now_ = timers_.next();
  } else if (!host_->may_wake()) {
    throw DeadlockError(
        "the manual clock stands still: every task waits for a timer, and nothing can advance the clock");
  }
}

void LoopCore::take_threadsafe() {
  if (!inbox_->filled()) return;
  for (const Ref<HandleCore>& handle : inbox_->take()) {
    if (handle->cancelled()) continue;
    handle->hold(*this);
    ready_.push_back(*handle);
  }
}

void LoopCore::fire_timers() {
  if (timers_.empty()) return;
  const TimePoint now = time();
  while (Timer* timer = timers_.pop_due(now)) ready_.push_back(*timer);
}

void LoopCore::run_batch() {
  ++iteration_;
  // What runs may schedule more: that belongs to the next iteration.
  List<Runnable> batch;
  batch.splice_back(ready_);
  if (observer) {
    std::size_t count = 0;
    for (Runnable* node = batch.front(); node; node = batch.after(*node)) ++count;
    observer->iteration(iteration_, count);
  }
  try {
    while (Runnable* node = batch.pop_front()) run_node(*node);
  } catch (...) {
    // Leaves the loop: what had its turn in this iteration keeps its place.
    batch.splice_back(ready_);
    ready_.splice_back(batch);
    throw;
  }
}

void LoopCore::run_node(Runnable& node) {
  if (!debug) return node.run();
  const TimePoint begin = host_->now();
  const FutureCore* task = node.awaiter();
  const std::string name = task ? task->repr() : "callback";
  node.run();
  const Duration took = host_->now() - begin;
  if (took < slow_callback) return;
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  std::string digits = std::to_string(milliseconds % 1000);
  digits.insert(0, 3 - digits.size(), '0');
  log(LogLevel::warning,
      "Executing " + name + " took " + std::to_string(milliseconds / 1000) + '.' + digits + " seconds");
}

void LoopCore::close() {
  if (running_) throw std::runtime_error("Cannot close a running event loop");
  if (closed_) return;
  closed_ = true;
  inbox_->close();
  Ref<LoopCore> self(this);
  while (auto* node = tasks.front()) {
    ExceptionContext context;
    context.message = "Task was destroyed but it is pending!";
    context.task = AnyTask(Ref<TaskCore>(&node->task));
    call_exception_handler(context);
    node->task.abandon();
  }
  while (SelfOwned* owner = self_owned.front()) owner->abandon();
  user_callbacks.reset();
  take_threadsafe();
  ready_.splice_back(polled_);
  while (Runnable* node = ready_.pop_front()) node->discard();
  while (Timer* timer = timers_.pop_due(TimePoint::max())) timer->discard();
  drained_ = true;
}

void LoopCore::report_callback_error(const Handle& handle) {
  std::exception_ptr error = std::current_exception();
  if (ends_the_loop(error)) std::rethrow_exception(error);
  ExceptionContext context;
  context.message = "Exception in callback";
  context.exception = std::move(error);
  context.handle = handle;
  call_exception_handler(context);
}

void LoopCore::call_exception_handler(const ExceptionContext& context) noexcept {
  if (!face_) return report_without_loop(context);
  try {
    face_->call_exception_handler(context);
  } catch (...) {
    log(LogLevel::error, "Exception in the exception handler: " + describe(std::current_exception()));
  }
}

}  // namespace detail
}  // namespace asyncio
