#pragma once

/// \file
/// `Socket`, for the loop's `sock_*` calls: what streams are not made for. Source: Lib/asyncio/selector_events.py.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "asyncio/endpoint.hpp"

namespace asyncio {

/// Owns a socket of the system that never blocks. Closed when destroyed. In a browser its constructor throws
/// NotSupportedError.
class Socket {
 public:
  /// \throws OSError
  explicit Socket(AddressFamily family = AddressFamily::ipv4, SocketType type = SocketType::stream);
  /// Takes a descriptor over, and makes it non-blocking. Where that fails it is closed. \throws OSError
  static Socket adopt(int descriptor);
  /// Two that are connected with each other.
  static std::pair<Socket, Socket> make_pair();

  Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ~Socket() { close(); }

  /// \throws OSError
  void bind(const Endpoint& address);
  void listen(int backlog = 100);
  Endpoint getsockname() const;
  Endpoint getpeername() const;
  AddressFamily family() const;
  SocketType type() const;
  /// As <netinet/in.h> has it: IPPROTO_TCP.
  int proto() const;
  /// \see TransportSocket::getsockopt
  int getsockopt(int level, int option) const;
  std::string getsockopt(int level, int option, std::size_t size) const;
  void setsockopt(int level, int option, int value);
  void setsockopt(int level, int option, std::string_view value);
  /// Ends a direction. \param how SHUT_RD, SHUT_WR or SHUT_RDWR
  void shutdown(int how);
  int fileno() const noexcept { return descriptor_; }
  /// Gives the descriptor away.
  int detach() noexcept { return std::exchange(descriptor_, -1); }
  void close() noexcept;

 private:
  struct Adopted {};
  Socket(Adopted, int descriptor) noexcept : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace asyncio
