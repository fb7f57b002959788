#pragma once

/// \file
/// `wait`. Source: Lib/asyncio/tasks.py.

#include <optional>
#include <vector>

#include "asyncio/clock.hpp"
#include "asyncio/ensure_future.hpp"

namespace asyncio {

/// When wait() returns.
enum class ReturnWhen : unsigned char { first_completed, first_exception, all_completed };
/// As soon as one is done.
inline constexpr ReturnWhen FIRST_COMPLETED = ReturnWhen::first_completed;
/// Cancellations do not count; without an exception it is ALL_COMPLETED.
inline constexpr ReturnWhen FIRST_EXCEPTION = ReturnWhen::first_exception;
/// When all are done.
inline constexpr ReturnWhen ALL_COMPLETED = ReturnWhen::all_completed;

struct WaitOptions {
  std::optional<Duration> timeout = {};
  ReturnWhen return_when = ALL_COMPLETED;
};

/// Which of the futures are done, each in the order of the argument.
template <class H>
struct WaitResult {
  std::vector<H> done;
  std::vector<H> pending;
};

namespace detail {

/// Suspends until enough of them are done. \returns where each is mentioned first. \throws std::invalid_argument if
/// there are none.
Coro<std::vector<std::size_t>> wait_until(std::vector<AnyFuture> futures, WaitOptions options);

}  // namespace detail

/// Waits until the futures are done, as far as `return_when` says, or until the timeout. Throws no error of theirs and
/// no TimeoutError, cancels nothing, not even when it is cancelled itself. Always suspends. Takes futures and tasks
/// only: make tasks of coroutines first. \throws std::invalid_argument for an empty vector
template <FutureLike H>
Coro<WaitResult<H>> wait(std::vector<H> futures, WaitOptions options = {}) {
  const auto mentions = co_await detail::wait_until(std::vector<AnyFuture>(futures.begin(), futures.end()), options);
  WaitResult<H> result;
  for (const std::size_t i : mentions) (futures[i].done() ? result.done : result.pending).push_back(futures[i]);
  co_return result;
}

namespace detail {
template <class H, class...>
struct CommonHandle {
  using type = AnyFuture;
};
template <class H, class... More>
  requires(std::is_same_v<H, More> && ...)
struct CommonHandle<H, More...> {
  using type = H;
};
template <class H, class... More>
  requires(!(std::is_same_v<H, More> && ...) && std::is_convertible_v<H, AnyTask> &&
           (std::is_convertible_v<More, AnyTask> && ...))
struct CommonHandle<H, More...> {
  using type = AnyTask;
};

template <FutureLike... H>
using CommonWait = Coro<WaitResult<typename CommonHandle<H...>::type>>;
}  // namespace detail

/// The same for a list of futures; of different types they are AnyTask or AnyFuture in the result.
template <FutureLike... H>
  requires(sizeof...(H) > 0)
auto wait(WaitOptions options, H... futures) -> detail::CommonWait<H...> {
  std::vector<typename detail::CommonHandle<H...>::type> all;
  all.reserve(sizeof...(H));
  (all.emplace_back(std::move(futures)), ...);
  return wait(std::move(all), options);
}
template <FutureLike... H>
  requires(sizeof...(H) > 0)
auto wait(H... futures) -> detail::CommonWait<H...> {
  return wait(WaitOptions(), std::move(futures)...);
}
// The options last, as in Python; of longer lists they come first.
template <FutureLike A>
auto wait(A a, WaitOptions options) -> detail::CommonWait<A> {
  return wait(options, std::move(a));
}
template <FutureLike A, FutureLike B>
auto wait(A a, B b, WaitOptions options) -> detail::CommonWait<A, B> {
  return wait(options, std::move(a), std::move(b));
}
template <FutureLike A, FutureLike B, FutureLike C>
auto wait(A a, B b, C c, WaitOptions options) -> detail::CommonWait<A, B, C> {
  return wait(options, std::move(a), std::move(b), std::move(c));
}

// Passing coroutines is forbidden, as in Python.
template <Coroutine C>
detail::WaitOfCoroutines<C> wait(const std::vector<C>&, WaitOptions = {}) {
  return {};
}

}  // namespace asyncio
