#pragma once

/// \file
/// What `loop.getaddrinfo` is asked and answers. Source: Lib/socket.py.

#include <optional>
#include <string>
#include <utility>

#include "asyncio/endpoint.hpp"

namespace asyncio {

/// A port: its number, or the name of its service: "https". Without either: none.
class Service {
 public:
  Service() = default;
  Service(int number) : text_(std::to_string(number)) {}
  Service(std::string name) : text_(std::move(name)) {}
  Service(const char* name) : text_(name) {}
  const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

/// What getaddrinfo() looks for: without any, all kinds of sockets.
struct AddrInfoOptions {
  AddressFamily family = AddressFamily::any;
  std::optional<SocketType> type = {};
  /// As <netinet/in.h> has it: IPPROTO_TCP. 0: any.
  int proto = 0;
  /// What <netdb.h> calls AI_…, joined by `|`.
  int flags = 0;
};

/// An address that was found, and the kind of socket to reach it by.
struct AddrInfo {
  AddressFamily family = AddressFamily::any;
  SocketType type = SocketType::stream;
  int proto = 0;
  /// The host's own name, in the first one alone, if `flags` had AI_CANONNAME.
  std::string canonname;
  Endpoint sockaddr;
};

}  // namespace asyncio
