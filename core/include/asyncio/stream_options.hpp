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
  /// The sockets' protocol, as <netinet/in.h> has it: IPPROTO_MPTCP. 0: the usual one, TCP.
  int proto = 0;
  /// How names are looked up: what <netdb.h> calls AI_…, joined by `|`. None: AI_PASSIVE for servers, nothing else.
  std::optional<int> flags = {};

  /// Clients: the address to connect from; its port may be 0.
  std::optional<EndpointView> local_addr = {};
  /// Clients: how long an address may take before the next one is tried beside it ("Happy Eyeballs", RFC 8305, which
  /// recommends 250 ms); the first that is connected counts. None: one after the other.
  std::optional<Duration> happy_eyeballs_delay = {};
  /// Clients: take turns among the families of the addresses, after so many of the first ("First Address Family Count"
  /// of RFC 8305). 0: in the resolver's order. None: 1 with `happy_eyeballs_delay`, else 0.
  std::optional<int> interleave = {};
  /// Clients: throw an ExceptionGroup with the error of each address when none can be reached.
  bool all_errors = false;

  /// Servers: how many connections may wait to be accepted.
  int backlog = 100;
  /// Servers: an address can be used again right after a server on it has ended.
  bool reuse_address = true;
  /// Servers: several of them may share one port.
  bool reuse_port = false;
  /// Servers: have the system look whether the peers of silent connections are still there (SO_KEEPALIVE).
  bool keep_alive = false;
  /// Servers on a Unix socket: remove its file at the end, unless another server has made it anew.
  bool cleanup_socket = true;
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
