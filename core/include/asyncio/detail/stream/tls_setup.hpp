#pragma once

#include <optional>
#include <string>

#include "asyncio/clock.hpp"

namespace asyncio::detail {

/// How one connection is secured. Source: the defaults are of Lib/asyncio/constants.py.
struct TlsSetup {
  bool server_side = false;
  /// Clients: the name that the peer's certificate must be for; empty: it is not looked at.
  std::string server_hostname;
  Duration handshake_timeout = std::chrono::seconds(60);
  Duration shutdown_timeout = std::chrono::seconds(30);
  /// Whether the program's protocol has still to hear of its transport.
  bool call_connection_made = true;

  /// \throws std::invalid_argument for a timeout that is not positive
  void set_timeouts(std::optional<Duration> handshake, std::optional<Duration> shutdown);
};

}  // namespace asyncio::detail
