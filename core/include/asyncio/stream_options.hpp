#pragma once

/// \file
/// How streams are made.

#include <cstddef>

#include "asyncio/endpoint.hpp"

namespace asyncio {

/// Options of StreamReader, open_connection() and start_server(), each of which takes what it knows.
struct StreamOptions {
  /// The longest line; twice as much may lie unread before the peer is made to wait.
  std::size_t limit = 64 * 1024;
  /// Only addresses of this family.
  AddressFamily family = AddressFamily::any;
  /// Servers: how many connections may wait to be accepted.
  int backlog = 100;
  /// Servers: an address can be used again right after a server on it has ended.
  bool reuse_address = true;
  /// Servers: several of them may share one port.
  bool reuse_port = false;
  /// Servers: accept at once. Else start_serving() or serve_forever() begins it.
  bool start_serving = true;
};

}  // namespace asyncio
