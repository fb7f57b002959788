#pragma once

/// \file
/// How streams are made.

#include <cstddef>
#include <optional>
#include <string_view>

#include "asyncio/clock.hpp"
#include "asyncio/endpoint.hpp"

namespace asyncio {

namespace ssl {
class SSLContext;
}

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

  /// Speak TLS by the rules of this context, which is copied. \see ssl.hpp
  const ssl::SSLContext* ssl = nullptr;
  /// Clients: the name that the server's certificate must be for, if it is not the host; empty: do not check.
  std::optional<std::string_view> server_hostname = {};
  /// How long the beginning may take; 60 seconds if it is not said.
  std::optional<Duration> ssl_handshake_timeout = {};
  /// How long the peer may take to agree to the end; 30 seconds if it is not said.
  std::optional<Duration> ssl_shutdown_timeout = {};
};

}  // namespace asyncio
