#pragma once

/// \file
/// Threads: `to_thread`, `run_in_executor`, `run_coroutine_threadsafe`. Source: Lib/asyncio/threads.py, base_events.py,
/// tasks.py.

#include <future>
#include <new>
#include <type_traits>

#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/executor.hpp"

namespace asyncio {

namespace detail {

/// A copy of the current context that another thread may run in.
Context detached_context();

/// \throws NotSupportedError where there are no threads
void require_threads(const char* call);

template <class T>
void settle(std::promise<T>& promise, Future<T> done) {
  try {
    if constexpr (std::is_void_v<T>) {
      done.result();
      promise.set_value();
    } else {
      promise.set_value(std::move(done).result());
    }
  } catch (...) {
    promise.set_exception(std::current_exception());
  }
}

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

/// From another thread: runs the coroutine as a task of `loop` and gives what will hold its result. A loop that is
/// closed before leaves std::future_error (broken promise). Waiting for the result on the loop's own thread would wait
/// for ever.
/// \throws std::runtime_error("Event loop is closed"); NotSupportedError in a browser
template <class T>
std::future<T> run_coroutine_threadsafe(Coro<T> coroutine, EventLoop& loop) {
  detail::require_threads("run_coroutine_threadsafe()");
  std::promise<T> promise;
  std::future<T> future = promise.get_future();
  auto shared = std::make_shared<std::promise<T>>(std::move(promise));
  loop.call_soon_threadsafe([&loop, coroutine = std::move(coroutine), shared]() mutable {
    try {
      auto task = loop.create_task(std::move(coroutine));
      task.add_done_callback([shared](const Task<T>& done) { detail::settle<T>(*shared, done); });
    } catch (const std::bad_alloc&) {
      shared->set_exception(std::current_exception());
    }
  });
  return future;
}
/// The same for sleep() and the like.
template <detail::IsOperation O>
std::future<typename O::value_type> run_coroutine_threadsafe(O operation, EventLoop& loop) {
  return run_coroutine_threadsafe(detail::to_coroutine(std::move(operation)), loop);
}

}  // namespace asyncio
