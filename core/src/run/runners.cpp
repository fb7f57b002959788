#include "asyncio/runners.hpp"

#include <csignal>

#include "asyncio/detail/compose/gather_core.hpp"
#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/log.hpp"
#include "coroutine/traceback.hpp"
#include "error/best_effort.hpp"
#include "loop/reactor.hpp"
#include "task/cancel_sweep.hpp"

namespace asyncio {
namespace {

/// Control-C.
constexpr int interrupt_signal = SIGINT;
/// How long threads may go on at the end of run(). Source: Lib/asyncio/constants.py.
constexpr std::chrono::minutes thread_join_timeout{5};

void cancel_all_tasks(EventLoop& loop) {
  std::vector<AnyTask> left = all_tasks(loop);
  if (left.empty()) return;
  detail::CancelSweep(left).run();
  std::vector<AnyFuture> futures(left.begin(), left.end());
  loop.run_until_complete(detail::gather_any(loop.core(), std::move(futures)));
  for (AnyTask& task : left) {
    if (task.cancelled() || !task.exception()) continue;
    ExceptionContext context;
    context.message = detail::best_effort_text([] { return "unhandled exception during asyncio.run() shutdown"; });
    context.exception = task.exception();
    context.task = task;
    loop.call_exception_handler(context);
  }
}

/// Runs one of the loop's own coroutines under a name that tells people so, in a timeline say. Named after it is made:
/// like CPython's it takes a number of the tasks' numbering.
void run_named(EventLoop& loop, Coro<void> coroutine, const char* name) {
  const Task<void> task = loop.create_task(std::move(coroutine));
  task.set_name(name);
  loop.run_until_complete(static_cast<Future<void>>(task));
}

}  // namespace

namespace detail {

void require_no_running_loop() {
  if (running_here()) throw std::runtime_error("asyncio.run() cannot be called from a running event loop");
}

}  // namespace detail

namespace detail {

class InterruptScope::OnSignal final : public Runnable {
 public:
  OnSignal(LoopCore& loop, AnyTask main) : loop_(loop), main_(std::move(main)) {}
  OnSignal(const OnSignal&) = delete;
  OnSignal& operator=(const OnSignal&) = delete;
  ~OnSignal() override { loop_.host().reactor()->unwatch_signal(interrupt_signal, *this); }

  void run() override {
    if (++count_ > 1 || main_.done()) throw KeyboardInterrupt();
    main_.cancel();
  }
  void rethrow() const {
    if (count_ > 0 && main_.uncancel() == 0) throw KeyboardInterrupt();
  }

 private:
  LoopCore& loop_;
  AnyTask main_;
  int count_ = 0;
};

InterruptScope::InterruptScope(EventLoop& loop, AnyTask main) {
  Reactor* reactor = loop.host().reactor();
  if (!reactor || !reactor->signal_is_default(interrupt_signal)) return;
  on_signal_ = std::make_unique<OnSignal>(loop.core(), std::move(main));
  reactor->watch_signal(loop.core(), interrupt_signal, *on_signal_);
}

InterruptScope::~InterruptScope() = default;

void InterruptScope::rethrow_as_interrupt() {
  if (on_signal_) on_signal_->rethrow();
}

}  // namespace detail

Runner::Runner(RunOptions options) : options_(options) {}

Runner::~Runner() { close_and_log(); }

void Runner::close_and_log() noexcept {
  // If nobody catches the other error, people will be told where it came from.
  const detail::KeepException keep;
  try {
    close();
  } catch (...) {
    detail::log(LogLevel::error, detail::best_effort_text([] {
                  return "Runner.close() failed: " + detail::describe(std::current_exception());
                }));
  }
}

EventLoop& Runner::get_loop() {
  if (closed_) throw std::runtime_error("Runner is closed");
  if (!loop_) {
    context_ = copy_context();
    loop_ = options_.loop_factory ? options_.loop_factory() : std::make_unique<EventLoop>(options_.clock);
    if (options_.debug) loop_->set_debug(*options_.debug);
  }
  return *loop_;
}

void Runner::prepare(detail::CoroBase& main) {
  if (detail::running_here()) {
    main.close();
    throw std::runtime_error("Runner.run() cannot be called from a running event loop");
  }
  get_loop();
}

void Runner::close() {
  if (closed_) return;
  if (!loop_) {
    closed_ = true;
    return;
  }
  std::exception_ptr error;
  try {
    cancel_all_tasks(*loop_);
    run_named(*loop_, loop_->shutdown_asyncgens(), "shutdown_asyncgens");
    run_named(*loop_, loop_->shutdown_default_executor(thread_join_timeout), "shutdown_default_executor");
  } catch (...) {
    error = std::current_exception();
  }
  // In any case, and what this throws takes the other's place: Python's `finally`.
  loop_->close();
  closed_ = true;
  if (error) std::rethrow_exception(error);
}

}  // namespace asyncio
