#pragma once

/// \file
/// Whether a value can be copied, asked of what a container holds, too.

#include <tuple>
#include <type_traits>
#include <utility>

namespace asyncio::detail {

/// `std::is_copy_constructible_v` says yes to a vector of anything; whoever copies it then does not compile.
template <class T>
struct Copyable : std::is_copy_constructible<T> {};

template <class T>
  requires requires(const T& t) {
    t.begin();
    typename T::value_type;
  }
struct Copyable<T>
    : std::bool_constant<std::is_copy_constructible_v<T> &&
                         (std::is_same_v<typename T::value_type, T> || Copyable<typename T::value_type>::value)> {};

template <class... T>
struct Copyable<std::tuple<T...>> : std::bool_constant<(Copyable<T>::value && ...)> {};
template <class A, class B>
struct Copyable<std::pair<A, B>> : std::bool_constant<Copyable<A>::value && Copyable<B>::value> {};

template <class T>
inline constexpr bool is_copyable_v = Copyable<T>::value;

}  // namespace asyncio::detail
