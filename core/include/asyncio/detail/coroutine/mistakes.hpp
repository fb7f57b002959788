#pragma once

/// \file
/// What common mistakes are told by: each is the type of an overload that only the mistake can choose. Compilers show
/// the first lines of a message only, so these stand in a header that comes first.

#include "asyncio/detail/coroutine/await_transform.hpp"

namespace asyncio::detail {

template <class>
inline constexpr bool mistaken = false;

/// Can be awaited, so that nothing else is said of the place.
struct Mistake : TaskAwaiter {
  bool await_ready() const noexcept { return true; }
  void await_suspend(auto) const noexcept {}
  void await_resume() const noexcept {}
};

template <class A>
struct NotAwaitable : Mistake {
  static_assert(mistaken<A>,
                "asyncio: this cannot be awaited here. co_await takes a Coro, a Task, a Future, or an object whose "
                "operator co_await() returns one of these. Of a std::future, co_await to_thread() in its place");
};

/// A number of what?
template <class N>
concept Number = std::is_arithmetic_v<N>;

template <Number N>
struct NumberForDuration : Mistake {
  static_assert(
      mistaken<N>,
      "asyncio: a duration is needed, not a number: 2s or 500ms, after `using namespace std::chrono_literals`, "
      "or std::chrono::seconds(2)");
};

template <class F>
struct TaskOfNoCoroutine : Mistake {
  static_assert(
      mistaken<F>,
      "asyncio: create_task() takes a coroutine object, not a function: call it, create_task(f()). A lambda's "
      "captures must outlive the task: give it parameters instead");
};

template <class C>
struct VectorOfCoroutinesNotMoved : Mistake {
  static_assert(mistaken<C>,
                "asyncio: coroutines cannot be copied: give the vector away, by std::move(vector) as the argument");
};

template <class C>
struct WaitOfCoroutines : Mistake {
  static_assert(mistaken<C>,
                "asyncio: wait() takes tasks and futures, not coroutines: make tasks of them first, by create_task()");
};

template <class F>
struct CoroutineInThread : Mistake {
  static_assert(mistaken<F>,
                "asyncio: to_thread() runs a plain function in a thread; this is a coroutine, which the loop runs: "
                "co_await it, or give it to create_task()");
};

template <class T>
struct ReturnInsteadOfCoReturn {
  static_assert(mistaken<T>, "asyncio: a coroutine returns its value by co_return, not by return");
};

/// Whether co_await takes no such thing. What can be awaited is found out first, and costs little.
template <class A>
concept NothingToAwait = !IsA<A, AwaitableObject> && !IsA<A, TaskAwaiter> && !HasOperatorCoAwait<A>;

}  // namespace asyncio::detail
