#pragma once

/// \file
/// `gather`. Source: Lib/asyncio/tasks.py.

#include <tuple>
#include <variant>
#include <vector>

#include "asyncio/detail/compose/gather_core.hpp"
#include "asyncio/ensure_future.hpp"

namespace asyncio {

/// First argument of gather(): errors are results like others.
struct return_exceptions_t {
  explicit return_exceptions_t() = default;
};
/// \see gather
inline constexpr return_exceptions_t return_exceptions{};

namespace detail {

/// What stands for a void result in a tuple or vector.
template <class T>
using element_t = std::conditional_t<std::is_void_v<T>, std::monostate, std::remove_const_t<T>>;

/// The value that a child has returned, as an element.
template <class T>
element_t<T> element_of(const AnyFuture& child) {
  if constexpr (std::is_void_v<T>) {
    return {};
  } else {
    const auto& value = *static_cast<Storage<T>*>(child.core().storage());
    // Only what cannot be copied is taken out of a task that others may ask, too.
    if constexpr (is_copyable_v<T>) {
      return value.get();
    } else {
      return std::move(const_cast<Storage<T>&>(value)).take();
    }
  }
}

template <class... T>
class GatherTuple final : public GatherCore {
 public:
  GatherTuple(LoopCore& loop, std::vector<AnyFuture> futures) : GatherCore(loop, &value_, std::move(futures), false) {}

 private:
  void collect() override { collect_each(std::index_sequence_for<T...>()); }
  template <std::size_t... I>
  void collect_each(std::index_sequence<I...>) {
    value_.emplace(element_of<T>(arguments()[I])...);
  }
  Storage<std::tuple<element_t<T>...>> value_;
};

template <class... T>
class GatherResultTuple final : public GatherCore {
 public:
  GatherResultTuple(LoopCore& loop, std::vector<AnyFuture> futures)
      : GatherCore(loop, &value_, std::move(futures), true) {}

 private:
  void collect() override { collect_each(std::index_sequence_for<T...>()); }
  template <std::size_t... I>
  void collect_each(std::index_sequence<I...>) {
    value_.emplace(result_of<T>(arguments()[I].core())...);
  }
  Storage<std::tuple<Result<T>...>> value_;
};

template <class T>
class GatherVector final : public GatherCore {
 public:
  GatherVector(LoopCore& loop, std::vector<AnyFuture> futures) : GatherCore(loop, &value_, std::move(futures), false) {}

 private:
  void collect() override {
    std::vector<element_t<T>> values;
    values.reserve(arguments().size());
    for (const AnyFuture& child : arguments()) values.push_back(element_of<T>(child));
    value_.emplace(std::move(values));
  }
  Storage<std::vector<element_t<T>>> value_;
};

template <class T>
class GatherResultVector final : public GatherCore {
 public:
  GatherResultVector(LoopCore& loop, std::vector<AnyFuture> futures)
      : GatherCore(loop, &value_, std::move(futures), true) {}

 private:
  void collect() override {
    std::vector<Result<T>> values;
    values.reserve(arguments().size());
    for (const AnyFuture& child : arguments()) values.push_back(result_of<T>(child.core()));
    value_.emplace(std::move(values));
  }
  Storage<std::vector<Result<T>>> value_;
};

/// \tparam A the arguments' types: what was a coroutine is a task of its own now.
template <class Value, class Core, class... A>
Future<Value> launch_gather(std::vector<AnyFuture> futures) {
  LoopCore& loop = futures.empty() ? running_loop() : futures.front().core().loop();
  if constexpr (!(Coroutine<A> && ...)) require_loop(futures, loop);
  auto* gathering = new Core(loop, std::move(futures));
  Future<Value> future{Ref<FutureCore>(gathering)};
  gathering->launch((Coroutine<A> && ...));
  return future;
}

/// The arguments as futures, coroutines made tasks in the order of the arguments.
template <class... A>
std::vector<AnyFuture> futures_of(A&&... awaitables) {
  std::vector<AnyFuture> futures;
  futures.reserve(sizeof...(A));
  (futures.push_back(ensure_future(std::forward<A>(awaitables))), ...);
  return futures;
}
template <class A>
std::vector<AnyFuture> futures_of_range(std::vector<A>&& given) {
  std::vector<A> awaitables = std::move(given);
  std::vector<AnyFuture> futures;
  futures.reserve(awaitables.size());
  for (A& awaitable : awaitables) futures.push_back(ensure_future(std::move(awaitable)));
  return futures;
}

}  // namespace detail

/// Runs awaitables side by side and gives their results as a tuple, in the order of the arguments; `std::monostate`
/// stands for void. Coroutines are made tasks at once, in order. The first failure (or cancellation of a child) is the
/// outcome; the other children go on, and their later errors are lost: a TaskGroup cancels them instead. Cancelling the
/// gathering cancels all children that are not done. The same future given twice is waited for once.
/// \throws std::runtime_error("no running event loop") where a coroutine has to be made a task; std::invalid_argument
/// (ValueError) for futures of different loops.
template <Awaitable... A>
Future<std::tuple<detail::element_t<await_result_t<A>>...>> gather(A&&... awaitables) {
  return detail::launch_gather<std::tuple<detail::element_t<await_result_t<A>>...>,
                               detail::GatherTuple<await_result_t<A>...>, A...>(
      detail::futures_of(std::forward<A>(awaitables)...));
}

/// The same for any number: gives a vector. The vector of coroutines is given away.
template <Awaitable A>
Future<std::vector<detail::element_t<await_result_t<A>>>> gather(std::vector<A>&& awaitables) {
  return detail::launch_gather<std::vector<detail::element_t<await_result_t<A>>>,
                               detail::GatherVector<await_result_t<A>>, A>(
      detail::futures_of_range(std::move(awaitables)));
}
template <FutureLike A>
Future<std::vector<detail::element_t<await_result_t<A>>>> gather(const std::vector<A>& futures) {
  return gather(std::vector<A>(futures));
}
template <Coroutine A>
detail::VectorOfCoroutinesNotMoved<A> gather(const std::vector<A>&) {
  return {};
}

/// The same, but waits for all and gives each one's Result, errors and cancellations included.
template <Awaitable... A>
Future<std::tuple<Result<await_result_t<A>>...>> gather(return_exceptions_t, A&&... awaitables) {
  return detail::launch_gather<std::tuple<Result<await_result_t<A>>...>,
                               detail::GatherResultTuple<await_result_t<A>...>, A...>(
      detail::futures_of(std::forward<A>(awaitables)...));
}
/// The same for any number: gives a vector of Results.
template <Awaitable A>
Future<std::vector<Result<await_result_t<A>>>> gather(return_exceptions_t, std::vector<A>&& awaitables) {
  return detail::launch_gather<std::vector<Result<await_result_t<A>>>, detail::GatherResultVector<await_result_t<A>>,
                               A>(detail::futures_of_range(std::move(awaitables)));
}
template <FutureLike A>
Future<std::vector<Result<await_result_t<A>>>> gather(return_exceptions_t, const std::vector<A>& futures) {
  return gather(return_exceptions, std::vector<A>(futures));
}
template <Coroutine A>
detail::VectorOfCoroutinesNotMoved<A> gather(return_exceptions_t, const std::vector<A>&) {
  return {};
}

}  // namespace asyncio
