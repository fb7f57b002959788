#pragma once

#include <string>

#include "asyncio/transport.hpp"

namespace asyncio::detail {

/// The other end of a connection, for people; empty if there is none or it has no name.
inline std::string peer_of(const BaseTransport& transport) {
  const ExtraInfo peer = transport.get_extra_info("peername");
  return peer ? peer.repr() : std::string();
}

}  // namespace asyncio::detail
