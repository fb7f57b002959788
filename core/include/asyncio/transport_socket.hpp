#pragma once

/// \file
/// `TransportSocket`. Source: Lib/asyncio/trsock.py.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "asyncio/endpoint.hpp"

namespace asyncio {

class Socket;

/// A socket that a transport or a server owns: it may be asked and set, but not read, written or closed. A view, which
/// must not be used once its owner has closed the socket. In a browser it has a name and no descriptor; what asks the
/// system throws NotSupportedError there, and OSError elsewhere if the system refuses.
class TransportSocket {
 public:
  TransportSocket(Endpoint name, int descriptor) : name_(std::move(name)), descriptor_(descriptor) {}

  const Endpoint& getsockname() const noexcept { return name_; }
  /// -1 in a browser.
  int fileno() const noexcept { return descriptor_; }
  AddressFamily family() const noexcept { return name_.family; }
  SocketType type() const;
  /// As <netinet/in.h> has it: IPPROTO_TCP. 0 for Unix sockets.
  int proto() const;
  Endpoint getpeername() const;

  /// An option whose value is a number: `getsockopt(SOL_SOCKET, SO_SNDBUF)`.
  int getsockopt(int level, int option) const;
  /// Another one, of up to `size` bytes.
  std::string getsockopt(int level, int option, std::size_t size) const;
  void setsockopt(int level, int option, int value) const;
  void setsockopt(int level, int option, std::string_view value) const;
  /// Ends a direction at once, whatever the transport still has to send. \param how SHUT_RD, SHUT_WR or SHUT_RDWR
  void shutdown(int how) const;
  /// Another descriptor for the same socket, which the caller owns.
  Socket dup() const;
  /// Whether programs that this one starts get it, too.
  bool get_inheritable() const;
  /// As Python shows it: "<asyncio.TransportSocket fd=7, family=2, type=1, proto=6, laddr=('127.0.0.1', 80)>".
  std::string repr() const;

 private:
  Endpoint name_;
  int descriptor_;
};

}  // namespace asyncio
