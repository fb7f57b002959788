#pragma once

/// \file
/// `Server`. Source: Lib/asyncio/base_events.py.

#include <vector>

#include "asyncio/coro.hpp"
#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/transport_socket.hpp"

namespace asyncio {

class EventLoop;

namespace detail {
class ServerCore;
}

/// Waits for connections; start_server() makes one. A handle: copies name the same server, which goes on until close()
/// or until its loop is closed, whether anybody holds a handle or not. `with(server, body)` closes it at the end of the
/// body.
class Server {
 public:
  explicit Server(detail::Ref<detail::ServerCore> core) noexcept;
  Server(const Server&) noexcept;
  Server(Server&&) noexcept;
  Server& operator=(Server) noexcept;
  ~Server();

  /// Accepts no more connections; those that are open go on. Ends serve_forever().
  void close();
  /// Suspends until the server is closed and its last connection has gone, in either order. \see close_clients
  Coro<void> wait_closed();
  /// Begins to accept, and lets one iteration pass. Nothing if it does already.
  Coro<void> start_serving();
  /// Accepts until the task is cancelled, which closes the server and its connections (as of Python 3.15) and waits for
  /// them to go.
  /// \throws std::runtime_error if somebody awaits it already, or the server is closed
  Coro<void> serve_forever();
  bool is_serving() const noexcept;
  EventLoop& get_loop() const;
  /// The sockets it listens on; none once it is closed.
  std::vector<TransportSocket> sockets() const;
  /// `<Server sockets=[…]>`, for people.
  std::string repr() const;
  /// Closes all connections, after what they have to send.
  void close_clients();
  /// Closes all connections at once.
  void abort_clients();

  Coro<Server> aenter();
  /// close(), then wait_closed()
  Coro<bool> aexit(std::exception_ptr error);

 private:
  detail::Ref<detail::ServerCore> core_;
};

}  // namespace asyncio
