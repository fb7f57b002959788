#pragma once

/// \file
/// What may stand behind `co_await` in a coroutine of this library.

#include <concepts>
#include <type_traits>

namespace asyncio::detail {

/// Base of the library's own awaiters, which know how to suspend a task.
struct TaskAwaiter {};

/// Base of Coro, Future, Task and others that have a make_awaiter() of their own.
struct AwaitableObject {};

template <class A, class Base>
concept IsA = std::is_base_of_v<Base, std::remove_cvref_t<A>>;

/// By value: g++ 12 copies what comes by reference. An awaiter that must stay where it is is made in its place instead,
/// by the make_awaiter() of an AwaitableObject.
template <class A>
  requires IsA<A, TaskAwaiter>
std::remove_cvref_t<A> make_awaiter(A&& awaiter) noexcept {
  static_assert(std::is_trivially_copyable_v<std::remove_cvref_t<A>>);
  return awaiter;
}

/// A class of the user's own whose `operator co_await()` gives a coroutine or a future: Python's `__await__`.
template <class A>
concept HasOperatorCoAwait = requires(A&& awaited) { static_cast<A&&>(awaited).operator co_await(); };

template <HasOperatorCoAwait A>
decltype(auto) make_awaiter(A&& awaited) {
  return make_awaiter(static_cast<A&&>(awaited).operator co_await());
}

}  // namespace asyncio::detail
