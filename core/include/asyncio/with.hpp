#pragma once

/// \file
/// `with`: what `async with` is in Python. Source: PEP 492.

#include <concepts>
#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/detail/base/destructor_check.hpp"

namespace asyncio {

/// Anything with `Coro<X> aenter()` and `Coro<bool> aexit(std::exception_ptr)`; aexit's true suppresses the exception.
template <class CM>
concept AsyncContextManager = requires(CM& cm, std::exception_ptr error) {
  { cm.aenter() } -> Coroutine;
  { cm.aexit(error) } -> std::same_as<Coro<bool>>;
};

namespace detail {

template <class CM>
using entered_t = await_result_t<decltype(std::declval<CM&>().aenter())>;

/// Calls the body with what aenter() gave, or with nothing, as it likes.
template <class CM, class Body, class X = entered_t<CM>>
struct BodyCall {
  static auto call(Body& body, X& x) {
    if constexpr (std::invocable<Body&, X&>) {
      return body(x);
    } else {
      return body();
    }
  }
};
template <class CM, class Body>
struct BodyCall<CM, Body, void> {
  static auto call(Body& body) { return body(); }
};

template <class CM, class Body, class X = entered_t<CM>>
struct BodyResult {
  using type = decltype(BodyCall<CM, Body>::call(std::declval<Body&>(), std::declval<std::remove_reference_t<X>&>()));
};
template <class CM, class Body>
struct BodyResult<CM, Body, void> {
  using type = decltype(BodyCall<CM, Body>::call(std::declval<Body&>()));
};

/// A coroutine that was made beforehand, so that it needs no memory when its time comes. Dropped without a warning if
/// that never does.
template <class T>
class Spare {
 public:
  Spare() noexcept = default;
  Spare(Coro<T> coroutine) noexcept : coroutine_(std::move(coroutine)) {}
  Spare(Spare&&) noexcept = default;
  Spare& operator=(Spare&&) noexcept = default;
  ~Spare() { coroutine_.close(); }

  explicit operator bool() const noexcept { return static_cast<bool>(coroutine_); }
  Coro<T> take() noexcept { return std::move(coroutine_); }

 private:
  Coro<T> coroutine_;
};

/// Leaves the context manager with what the body came to.
template <class CM, class R>
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters): awaited at once.
Coro<R> leave(CM& cm, Result<R>& result) {
  const bool suppressed = co_await cm.aexit(result.exception());
  if constexpr (std::is_void_v<R>) {
    if (!suppressed) result.value();
  } else {
    if (suppressed && result.exception()) {
      if constexpr (std::is_default_constructible_v<R>) {
        co_return R();
      } else {
        throw std::logic_error("with(): the context manager suppressed the exception, so there is no value to return");
      }
    }
    co_return std::move(result).value();
  }
}

/// Whether a context manager that with() only refers to has died before the end of the body: then there is nothing to
/// leave.
template <class CM>
struct ManagerLife {
  explicit ManagerLife(CM&) noexcept {}
  static constexpr bool over() noexcept { return false; }
};
template <class CM>
  requires std::derived_from<CM, DestructorCheck>
struct ManagerLife<CM&> {
  explicit ManagerLife(CM& cm) noexcept : safety(cm) {}
  bool over() const noexcept { return safety.destroyed(); }
  DestructorCheck::Safety safety;
};

/// \tparam CM a reference for an lvalue, which stays where it is.
template <class CM, class Body, class M = std::remove_reference_t<CM>>
typename BodyResult<M, Body>::type with_body(CM cm, Body body) {
  using R = await_result_t<typename BodyResult<M, Body>::type>;
  const ManagerLife<CM> life(cm);
  Result<R> result;
  Spare<R> leaving(leave<M, R>(cm, result));
  // What was entered is left, also if the body cannot begin.
  Coro<R> work;
  const auto begin = [&](auto&... entered) {
    try {
      work = BodyCall<M, Body>::call(body, entered...);
    } catch (...) {
      result = std::current_exception();
    }
  };
  if constexpr (std::is_void_v<entered_t<M>>) {
    co_await cm.aenter();
    begin();
    if (work) result = co_await Captured<R>(std::move(work));
  } else {
    entered_t<M> x = co_await cm.aenter();
    begin(x);
    if (work) result = co_await Captured<R>(std::move(work));
  }
  if (life.over()) co_return std::move(result).value();
  co_return co_await leaving.take();
}

}  // namespace detail

/// `async with cm as x: body`. Awaits `cm.aenter()`, then `body(x)` (or `body()`) inline in the same task, then,
/// whatever came, `cm.aexit(exception or null)`; gives the body's value, or rethrows. A temporary manager and the body
/// (with its captures) live in this coroutine; a manager that is an lvalue is used by reference and must outlive it.
/// One of the library's that does not is not left; what the body came to is passed on.
template <class CM, class Body>
  requires AsyncContextManager<std::remove_cvref_t<CM>>
auto with(CM&& cm, Body body) {
  return detail::with_body<CM, Body>(std::forward<CM>(cm), std::move(body));
}

}  // namespace asyncio
