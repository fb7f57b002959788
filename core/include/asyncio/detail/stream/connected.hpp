#pragma once

/// \file
/// What the loop's methods that connect a protocol return: `auto [transport, protocol] = co_await
/// loop.create_…(factory)`.

#include <type_traits>
#include <utility>

#include "asyncio/coro.hpp"
#include "asyncio/ref.hpp"

namespace asyncio {

/// A transport and the protocol that `factory()` has made for it, which returns a Ref of it.
template <class T, class F>
using Connected = std::pair<Ref<T>, std::invoke_result_t<F&>>;

namespace detail {

/// Makes the protocol, and then its transport by `open(protocol, args…)`.
template <class T, class F, class Open, class... A>
Coro<Connected<T, F>> connect_protocol(F factory, Open open, A... args) {
  auto protocol = factory();
  auto opening = open(protocol, std::move(args)...);
  auto transport = co_await std::move(opening);
  co_return Connected<T, F>(std::move(transport), std::move(protocol));
}

}  // namespace detail
}  // namespace asyncio
