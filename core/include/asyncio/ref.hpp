#pragma once

/// \file
/// `Ref`: how protocols and transports are held.

#include <utility>

#include "asyncio/detail/base/ref_counted.hpp"

namespace asyncio {

/// An owning pointer to a protocol or a transport, counted. It belongs to the thread of its loop.
using detail::Ref;

/// Makes what a Ref holds: `make_ref<MyProtocol>(…)`.
template <class T, class... A>
Ref<T> make_ref(A&&... args) {
  return Ref<T>(new T(std::forward<A>(args)...));
}

}  // namespace asyncio
