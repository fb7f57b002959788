#pragma once

/// \file
/// Addresses of sockets, and what a transport knows of itself.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asyncio {

/// The kinds of addresses.
enum class AddressFamily : std::uint8_t { any, ipv4, ipv6, local };

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

/// What `get_extra_info()` gives: an address, a descriptor, a text, or nothing.
class ExtraInfo {
 public:
  ExtraInfo() = default;
  ExtraInfo(Endpoint address) : address_(std::move(address)) {}
  explicit ExtraInfo(int descriptor) : descriptor_(descriptor) {}
  explicit ExtraInfo(std::string text) : text_(std::move(text)) {}

  /// Whether anything is known under that name.
  explicit operator bool() const noexcept { return address_ || descriptor_ || text_; }
  /// For "peername" and "sockname". \throws std::bad_optional_access
  const Endpoint& address() const { return address_.value(); }
  const Endpoint* operator->() const { return &address_.value(); }
  /// For "socket" and "pipe": the file descriptor. \throws std::bad_optional_access
  int descriptor() const { return descriptor_.value(); }
  /// For the others. \throws std::bad_optional_access
  const std::string& text() const { return text_.value(); }
  /// As Python shows it: "None" if nothing is known.
  std::string repr() const;

 private:
  std::optional<Endpoint> address_;
  std::optional<int> descriptor_;
  std::optional<std::string> text_;
};

/// A socket that a transport or a server owns. Source: Lib/asyncio/trsock.py.
class TransportSocket {
 public:
  TransportSocket(Endpoint name, int descriptor) : name_(std::move(name)), descriptor_(descriptor) {}
  const Endpoint& getsockname() const noexcept { return name_; }
  /// -1 in a browser.
  int fileno() const noexcept { return descriptor_; }

 private:
  Endpoint name_;
  int descriptor_;
};

}  // namespace asyncio
