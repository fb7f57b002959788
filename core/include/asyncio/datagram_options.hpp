#pragma once

/// \file
/// How endpoints for datagrams are made.

#include "asyncio/endpoint.hpp"

namespace asyncio {

/// Options of create_datagram_endpoint().
struct DatagramOptions {
  /// Only addresses of this family.
  AddressFamily family = AddressFamily::any;
  /// The socket's protocol, as <netinet/in.h> has it. 0: the usual one, UDP.
  int proto = 0;
  /// How names are looked up: what <netdb.h> calls AI_…, joined by `|`.
  int flags = 0;
  /// Several endpoints may share one port.
  bool reuse_port = false;
  /// Datagrams may go to broadcast addresses. The endpoint is not connected with its remote address then.
  bool allow_broadcast = false;
};

}  // namespace asyncio
