#pragma once

/// \file
/// `run` and `Runner`. Source: Lib/asyncio/runners.py.

#include <functional>
#include <memory>
#include <optional>

#include "asyncio/ensure_future.hpp"
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

/// What can be awaited and is no coroutine object: a future or task, sleep() and the like, an object of the program's
/// with an `operator co_await()`.
template <class A>
concept OtherAwaitable = FutureLike<A> || IsOperation<A> || HasOperatorCoAwait<A>;

// Without a type for what cannot be awaited: a program's own run() may take that.
template <class A>
struct OtherResult {};
template <Awaitable A>
struct OtherResult<A> : AwaitResult<A> {};
template <HasOperatorCoAwait A>
struct OtherResult<A> : OtherResult<std::remove_cvref_t<decltype(std::declval<A>().operator co_await())>> {};

/// The coroutine that does nothing but await it. Source: _wrap_awaitable in Lib/asyncio/runners.py.
template <OtherAwaitable A>
Coro<typename OtherResult<A>::type> await_it(A awaitable) {
  co_return co_await std::move(awaitable);
}

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
  /// The same for a future or task of its loop, for sleep() and the like, and for whatever else can be awaited.
  template <detail::OtherAwaitable A>
  typename detail::OtherResult<A>::type run(A main, ContextRef context = {}) {
    return run(detail::await_it(std::move(main)), context);
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
/// The same for sleep() and the like, and for whatever else can be awaited.
template <detail::OtherAwaitable A>
typename detail::OtherResult<A>::type run(A main, RunOptions options = {}) {
  return run(detail::await_it(std::move(main)), options);
}

}  // namespace asyncio
