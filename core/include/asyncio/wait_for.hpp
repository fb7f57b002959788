#pragma once

/// \file
/// `wait_for`. Source: Lib/asyncio/tasks.py.

#include "asyncio/capture.hpp"
#include "asyncio/timeouts.hpp"

namespace asyncio {
namespace detail {

/// Cancels the future and waits until it is done.
Coro<void> cancel_and_wait(AnyFuture future);
/// Whether asking for its result throws CancelledError: also that of a gathering, which *fails with* it.
bool ended_by_cancellation(const AnyFuture& future);

/// wait_for() with a deadline that has passed already: what is done gives its result, the rest is cancelled.
template <class F>
Coro<typename F::value_type> wait_no_longer(F future) {
  const bool late = !future.done();
  if (late) co_await cancel_and_wait(future);
  if (late && ended_by_cancellation(future)) throw TimeoutError();
  co_return co_await std::move(future);
}

}  // namespace detail

/// Waits for `awaitable`, at most `timeout` long. A coroutine runs in the caller's own task. When the time is over it
/// is cancelled and waited for: if it refuses and returns, its value is the result, if it fails, its error is thrown.
/// With a timeout of 0 or less a coroutine does not start. Cancelling the caller cancels the awaitable: shield() it
/// where that is not meant. \throws TimeoutError; what the awaitable throws
template <class T>
Coro<T> wait_for(Coro<T> coroutine, std::optional<Duration> timeout) {
  if (timeout && *timeout <= Duration::zero()) {
    co_return co_await detail::wait_no_longer(ensure_future(std::move(coroutine)));
  }
  Timeout deadline = asyncio::timeout(timeout);
  deadline.enter();
  Result<T> result = co_await detail::Captured<T>(std::move(coroutine));
  deadline.exit(result.exception());
  co_return std::move(result).value();
}
/// The same for sleep() and the like.
template <detail::IsOperation O>
Coro<typename O::value_type> wait_for(O operation, std::optional<Duration> timeout) {
  return wait_for(detail::to_coroutine(std::move(operation)), timeout);
}
/// The same for a future or a task.
template <FutureLike F>
Coro<typename F::value_type> wait_for(F future, std::optional<Duration> timeout) {
  using T = typename F::value_type;
  if (timeout && *timeout <= Duration::zero()) co_return co_await detail::wait_no_longer(std::move(future));
  Timeout deadline = asyncio::timeout(timeout);
  deadline.enter();
  Result<T> result = co_await capture(std::move(future));
  deadline.exit(result.exception());
  co_return std::move(result).value();
}

template <class A, detail::Number N>
detail::NumberForDuration<N> wait_for(A&&, N) {
  return {};
}

}  // namespace asyncio
