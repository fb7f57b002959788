#pragma once

/// \file
/// `ensure_future`, and what counts as awaitable. Source: Lib/asyncio/tasks.py, Lib/inspect.py.

#include <concepts>
#include <type_traits>

#include "asyncio/task.hpp"

namespace asyncio {

/// Whether A is a coroutine object, or what the library has in its place: what sleep() returns.
template <class A>
inline constexpr bool is_coroutine_v =
    std::is_base_of_v<detail::CoroBase, std::remove_cvref_t<A>> || detail::IsOperation<A>;
/// Whether A is a handle of a future or a task.
template <class A>
inline constexpr bool is_future_v = std::is_base_of_v<AnyFuture, std::remove_cvref_t<A>>;

/// A coroutine object.
template <class A>
concept Coroutine = is_coroutine_v<A>;
/// A future or a task.
template <class A>
concept FutureLike = is_future_v<A>;
/// What gather(), wait_for(), shield() and the like take.
template <class A>
concept Awaitable = Coroutine<A> || FutureLike<A>;

namespace detail {

template <class A>
struct AwaitResult {
  using type = typename A::value_type;
};
template <>
struct AwaitResult<AnyTask> {
  using type = void;
};
template <>
struct AwaitResult<AnyFuture> {
  using type = void;
};

}  // namespace detail

/// What `co_await` of an A gives.
template <Awaitable A>
using await_result_t = typename detail::AwaitResult<std::remove_cvref_t<A>>::type;

/// Makes a coroutine a task of the running loop; passes futures and tasks through.
template <class T>
Task<T> ensure_future(Coro<T>&& coroutine, std::source_location where = std::source_location::current()) {
  return create_task(std::move(coroutine), {}, where);
}
template <detail::IsOperation O>
Task<typename O::value_type> ensure_future(O&& operation,
                                           std::source_location where = std::source_location::current()) {
  return create_task(std::forward<O>(operation), {}, where);
}
template <FutureLike F>
std::remove_cvref_t<F> ensure_future(F&& future) {
  return std::forward<F>(future);
}

}  // namespace asyncio
