#pragma once

/// \file
/// Addresses of sockets.

#include <cstdint>
#include <string>
#include <string_view>

namespace asyncio {

/// The kinds of addresses.
enum class AddressFamily : std::uint8_t { any, ipv4, ipv6, local };

/// The kinds of sockets.
enum class SocketType : std::uint8_t { stream, datagram, raw, sequential_packet };

/// Where a socket is: a numeric host and a port, or a path.
struct Endpoint {
  Endpoint() = default;
  // A constructor, because g++ 12 copies an aggregate in a co_await expression bit by bit.
  Endpoint(std::string name, std::uint16_t number = 0, AddressFamily kind = AddressFamily::any)
      : host(std::move(name)), port(number), family(kind) {}

  std::string host;
  std::uint16_t port = 0;
  AddressFamily family = AddressFamily::any;

  friend bool operator==(const Endpoint&, const Endpoint&) = default;
  /// `('127.0.0.1', 80)`, as Python shows it; a path as `'/tmp/s'`.
  std::string repr() const;
};

/// Refers to an endpoint's host and port: for options, which copy it when the call is made.
class EndpointView {
 public:
  constexpr EndpointView(std::string_view host, std::uint16_t port = 0) noexcept : host_(host), port_(port) {}
  EndpointView(const Endpoint& endpoint) noexcept : host_(endpoint.host), port_(endpoint.port) {}
  Endpoint copy() const { return {std::string(host_), port_}; }

 private:
  std::string_view host_;
  std::uint16_t port_;
};

}  // namespace asyncio
