#pragma once

/// \file
/// `SafeCoro<T>`: a coroutine that cannot outlive what it uses. Model: folly's coro/safe/SafeTask.h.

#include <concepts>
#include <type_traits>

#include "asyncio/coro.hpp"

namespace asyncio {

template <class T>
class SafeCoro;

namespace detail {

/// A string_view or span, or what is like them: data that is somebody else's. Not std::array, which holds its own.
template <class A>
concept View = std::is_trivially_copyable_v<A> && !requires { std::tuple_size<A>::value; } && requires(const A& a) {
  a.data();
  a.size();
};
/// A reference_wrapper.
template <class A>
concept Wrapper = requires(const A& a) {
  { a.get() } -> std::same_as<typename A::type&>;
};

/// Whether a parameter is all that the coroutine needs of it. The object of a lambda without captures, which comes as a
/// reference, holds nothing.
template <class A>
constexpr bool is_owned() {
  using Value = std::remove_cvref_t<A>;
  if constexpr (std::is_reference_v<A>) {
    return std::is_empty_v<Value>;
  } else if constexpr (std::is_pointer_v<Value>) {
    return std::is_function_v<std::remove_pointer_t<Value>>;
  } else {
    return !View<Value> && !Wrapper<Value>;
  }
}

/// \tparam A the parameters' types, an object's behind `this` before them. A lambda is complete only after its body:
/// they are looked at where members of the promise are instantiated, after that.
template <class T, class... A>
class SafePromise final : public PromiseReturn<T> {
 public:
  SafeCoro<T> get_return_object(std::source_location here = std::source_location::current()) noexcept {
    static_assert(promise_handle_is_portable<SafePromise>);
    static_assert(
        (is_owned<A>() && ...),
        "asyncio: a SafeCoro owns all that it uses: no parameter may be a reference, a pointer or a view, and it "
        "may be neither a lambda with captures nor a member function. Take values, or return a Coro and see to "
        "the lifetimes yourself");
    this->where = here;
    return SafeCoro<T>(this);
  }

  template <class E>
  decltype(auto) await_transform(E&& awaited, std::source_location here = std::source_location::current()) {
    this->where = here;
    return make_awaiter(std::forward<E>(awaited));
  }
};

}  // namespace detail

/// A Coro whose function takes no references, pointers or views, and is neither a lambda with captures nor a member
/// function: it does not compile otherwise. So it can be made a task, kept or returned without a thought about what it
/// refers to, but for what its values refer to in turn. For functions that tasks are made of; everything that takes a
/// Coro takes it.
template <class T = void>
class [[nodiscard("a coroutine does nothing until it is awaited: co_await it, or give it to create_task()")]] SafeCoro
    : public Coro<T> {
 public:
  SafeCoro() noexcept = default;

 private:
  template <class, class...>
  friend class detail::SafePromise;
  explicit SafeCoro(detail::PromiseBase* promise) noexcept : Coro<T>(promise) {}
};

}  // namespace asyncio

template <class T, class... A>
struct std::coroutine_traits<asyncio::SafeCoro<T>, A...> {
  using promise_type = asyncio::detail::SafePromise<T, A...>;
};
