#pragma once

/// \file
/// Threads: `to_thread`, `run_in_executor`, `run_coroutine_threadsafe`, `wrap_future`. Source: Lib/asyncio/threads.py,
/// base_events.py, tasks.py, futures.py.

#include <future>
#include <new>
#include <type_traits>

#include "asyncio/completer.hpp"
#include "asyncio/concurrent_future.hpp"
#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/executor.hpp"

namespace asyncio {

namespace detail {

/// A copy of the current context that another thread may run in.
Context detached_context();

/// \throws NotSupportedError where there are no threads
void require_threads(const char* call);

}  // namespace detail

/// Calls `f(args…)` on a thread of the default executor, in a copy of the current context, and gives what it returns or
/// throws. The loop goes on meanwhile. Cancelling it does not stop a function that runs already. Copies of values of
/// context variables are made: they are not shared with the thread. \throws NotSupportedError in a browser
template <class F, class... A>
Coro<std::invoke_result_t<F&, A&...>> to_thread(F f, A... args) {
  using R = std::invoke_result_t<F&, A&...>;
  return detail::run_in_thread<R>(
      [context = detail::detached_context(), f = std::move(f), ... args = std::move(args)]() mutable -> R {
        return context.run([&]() -> R { return f(args...); });
      });
}

template <class F, class... A>
  requires detail::IsA<std::invoke_result_t<F&, A&...>, detail::AwaitableObject>
detail::CoroutineInThread<F> to_thread(F, A...) {
  return {};
}
template <class C>
  requires detail::IsA<C, detail::AwaitableObject>
detail::CoroutineInThread<C> to_thread(C&&) {
  return {};
}

/// From another thread: runs the coroutine as a task of `loop` and gives what will hold its result, which can be waited
/// for and cancelled. A loop that is closed before leaves std::future_error (broken promise). On the loop's own thread
/// a wait for the result would never end.
/// \throws std::runtime_error("Event loop is closed"); NotSupportedError in a browser
template <class T>
ConcurrentFuture<T> run_coroutine_threadsafe(Coro<T> coroutine, EventLoop& loop) {
  detail::require_threads("run_coroutine_threadsafe()");
  const auto state = std::make_shared<detail::ConcurrentStateOf<T>>(loop.core());
  ConcurrentFuture<T> future(state);
  // Of both callbacks: so that want of memory between them can be told as what it is.
  auto ending = std::make_shared<detail::ConcurrentEnding>(state);
  loop.call_soon_threadsafe([&loop, coroutine = std::move(coroutine), ending = std::move(ending), state]() mutable {
    try {
      auto task = loop.create_task(std::move(coroutine));
      state->task = task;
      task.add_done_callback([state, ending](const Task<T>& done) { state->settle(done); });
    } catch (const std::bad_alloc&) {
      if (state->claim(detail::ConcurrentState::State::finished)) state->fail(std::current_exception());
    }
  });
  return future;
}
/// The same for sleep() and the like.
template <detail::IsOperation O>
ConcurrentFuture<typename O::value_type> run_coroutine_threadsafe(O operation, EventLoop& loop) {
  return run_coroutine_threadsafe(detail::to_coroutine(std::move(operation)), loop);
}

/// On a loop's thread: a future of that loop for what run_coroutine_threadsafe() gave, of another loop say. Cancelling
/// it cancels that one's task. \throws std::future_error if `from` is empty
template <class T>
Future<T> wrap_future(ConcurrentFuture<T> from) {
  struct Link {
    Completer<T> completer;
    ConcurrentFuture<T> from;
    void pass_on() noexcept {
      try {
        if constexpr (std::is_void_v<T>) {
          from.get();
          completer.set_result();
        } else {
          completer.set_result(from.get());
        }
      } catch (const CancelledError&) {
        completer.cancel();
      } catch (...) {
        completer.set_exception(std::current_exception());
      }
    }
  };
  const std::shared_ptr<detail::ConcurrentState> state = from.state();
  if (!state) throw std::future_error(std::future_errc::no_state);
  auto future = detail::make_future<T>(detail::running_loop());
  const auto link = std::make_shared<Link>(Completer<T>(future), std::move(from));
  future.add_done_callback([state](const Future<T>& done) {
    if (done.cancelled()) detail::ConcurrentState::cancel(state);
  });
  state->listen([link] { link->pass_on(); });
  return future;
}
/// The same for a `std::future`: a thread of the default executor waits for it. \throws NotSupportedError in a browser
template <class T>
Future<T> wrap_future(std::future<T> from) {
  return detail::run_in_executor(detail::running_loop(), nullptr,
                                 [from = std::move(from)]() mutable -> T { return from.get(); });
}
/// A future of asyncio's is what it is.
template <class T>
Future<T> wrap_future(Future<T> future) {
  return future;
}

}  // namespace asyncio
