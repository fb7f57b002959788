#pragma once

/// \file
/// What a transport knows of itself.

#include <optional>
#include <string>
#include <utility>

#include "asyncio/transport_socket.hpp"

namespace asyncio {

/// What `get_extra_info()` gives: an address, a socket, a descriptor, a text, or nothing.
class ExtraInfo {
 public:
  ExtraInfo() = default;
  ExtraInfo(Endpoint address) : address_(std::move(address)) {}
  ExtraInfo(TransportSocket socket) : descriptor_(socket.fileno()), socket_(std::move(socket)) {}
  explicit ExtraInfo(int descriptor) : descriptor_(descriptor) {}
  explicit ExtraInfo(std::string text) : text_(std::move(text)) {}

  /// Whether anything is known under that name.
  explicit operator bool() const noexcept { return address_ || descriptor_ || text_; }
  /// For "peername" and "sockname". \throws std::bad_optional_access
  const Endpoint& address() const { return address_.value(); }
  const Endpoint* operator->() const { return &address_.value(); }
  /// For "socket": what may be asked and set. \throws std::bad_optional_access
  const TransportSocket& socket() const { return socket_.value(); }
  /// For "socket" and "pipe": the file descriptor. \throws std::bad_optional_access
  int descriptor() const { return descriptor_.value(); }
  /// For the others. \throws std::bad_optional_access
  const std::string& text() const { return text_.value(); }
  /// As Python shows it: "None" if nothing is known.
  std::string repr() const;

 private:
  std::optional<Endpoint> address_;
  std::optional<int> descriptor_;
  std::optional<TransportSocket> socket_;
  std::optional<std::string> text_;
};

}  // namespace asyncio
