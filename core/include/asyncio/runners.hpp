#pragma once

/// \file
/// `run` and `Runner`. Source: Lib/asyncio/runners.py.

#include <functional>
#include <memory>
#include <optional>

#include "asyncio/event_loop.hpp"
#include "asyncio/result.hpp"

namespace asyncio {

/// How a runner makes its loop.
struct RunOptions {
  /// None: as the environment's ASYNCIO_DEBUG says.
  std::optional<bool> debug = {};
  /// real_clock, virtual_clock, or a ManualClock.
  ClockChoice clock = {};
  /// Makes the loop, instead of `EventLoop(clock)`.
  std::unique_ptr<EventLoop> (*loop_factory)() = nullptr;
};

namespace detail {

/// \throws std::runtime_error("asyncio.run() cannot be called from a running event loop")
void require_no_running_loop();

}  // namespace detail

namespace detail {

/// While a main task runs, Control-C cancels it: its cleanup runs, then KeyboardInterrupt comes out of the run. The
/// second Control-C throws KeyboardInterrupt out of the loop at once. Nothing if this is not the main thread, if the
/// program handles SIGINT itself, or if there are no signals.
class InterruptScope {
 public:
  InterruptScope(EventLoop& loop, AnyTask main);
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;
  ~InterruptScope();

  /// \throws KeyboardInterrupt if that is why the main task was cancelled
  void rethrow_as_interrupt();

 private:
  class OnSignal;
  std::unique_ptr<OnSignal> on_signal_;
};

}  // namespace detail

/// Runs several coroutines, one after the other, on one loop and in one context. The loop is made at the first use.
class Runner {
 public:
  explicit Runner(RunOptions options = {});
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;
  /// close()
  ~Runner();

  /// Runs a coroutine to its end; tasks that it leaves behind go on at the next run(). \throws what it throws;
  /// std::runtime_error if a loop runs on this thread already.
  template <class T>
  T run(Coro<T> main, ContextRef context = {}) {
    prepare(main);
    auto task = get_loop().create_task(std::move(main), {.context = context.cell() ? context : ContextRef(*context_)});
    detail::InterruptScope interrupts(get_loop(), task);
    try {
      return get_loop().run_until_complete(static_cast<Future<T>>(std::move(task)));
    } catch (const CancelledError&) {
      interrupts.rethrow_as_interrupt();
      throw;
    }
  }

  /// Cancels the tasks that are left, waits for them, closes the async generators, then the loop.
  void close();
  /// The same on the way of another error: what it throws is logged.
  void close_and_log() noexcept;

  EventLoop& get_loop();

 private:
  void prepare(detail::CoroBase& main);

  RunOptions options_;
  std::unique_ptr<EventLoop> loop_;
  std::optional<Context> context_;
  bool closed_ = false;
};

/// Runs `main` on a new loop and gives what it returns: the entry point of a program. At the end the tasks that are
/// left are cancelled, in the order of their creation, and waited for; then the loop is closed. All that is done, too,
/// if what is thrown is caught by nobody: a KeyboardInterrupt then ends the program as SIGINT does, a SystemExit with
/// its code. \throws what main throws; std::runtime_error("asyncio.run() cannot be called from a running event loop").
template <class T>
T run(Coro<T> main, RunOptions options = {}) {
  detail::require_no_running_loop();
  Runner runner(options);
  try {
    if constexpr (std::is_void_v<T>) {
      runner.run(std::move(main));
      runner.close();
    } else {
      T result = runner.run(std::move(main));
      runner.close();
      return result;
    }
  } catch (...) {
    // Not left to the destructor: an exception that nobody catches destroys nothing.
    runner.close_and_log();
    throw;
  }
}
/// The same for sleep() and the like.
template <detail::IsOperation O>
typename O::value_type run(O main, RunOptions options = {}) {
  return run(detail::to_coroutine(std::move(main)), options);
}

}  // namespace asyncio
