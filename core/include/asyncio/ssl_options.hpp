#pragma once

/// \file
/// The words of ssl.hpp. Source: Lib/ssl.py.

#include <cstdint>
#include <optional>
#include <string_view>

#include "asyncio/clock.hpp"

namespace asyncio {
namespace ssl {

class SSLContext;

/// What is asked of the peer's certificate.
enum class VerifyMode : std::uint8_t {
  /// CERT_NONE: nothing.
  none,
  /// CERT_OPTIONAL: a peer that shows one must show a good one.
  optional,
  /// CERT_REQUIRED
  required
};

/// What a context is for. Source: ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER.
enum class Side : std::uint8_t { client, server };

enum class TLSVersion : std::uint8_t { tls1_2, tls1_3 };

}  // namespace ssl

/// Options of start_tls().
struct StartTlsOptions {
  /// We are the server. StreamWriter::start_tls() knows by itself.
  bool server_side = false;
  /// Clients: the name that the server's certificate must be for.
  std::optional<std::string_view> server_hostname = {};
  /// How long the beginning may take; 60 seconds if it is not said.
  std::optional<Duration> ssl_handshake_timeout = {};
  /// How long the peer may take to agree to the end; 30 seconds if it is not said.
  std::optional<Duration> ssl_shutdown_timeout = {};
};

}  // namespace asyncio
