#pragma once

#include <stdexcept>
#include <string>

#include "asyncio/transport.hpp"

namespace asyncio::detail {

/// \param kind its name. \throws std::invalid_argument for a protocol of another kind
template <class P>
Ref<P> require_protocol(const Ref<BaseProtocol>& protocol, const char* kind) {
  if (auto* found = dynamic_cast<P*>(protocol.get())) return Ref<P>(found);
  throw std::invalid_argument(std::string("set_protocol(): this transport calls a ") + kind);
}

}  // namespace asyncio::detail
