#pragma once

#include <memory>
#include <vector>

#include "loop/reactor.hpp"
#include "posix/loop/descriptor.hpp"
#include "posix/net/address.hpp"
#include "stream/network.hpp"

namespace asyncio::native {

/// Connections by the system's sockets. Source: Lib/asyncio/base_events.py create_connection, create_server.
class PosixNetwork final : public detail::Network {
 public:
  explicit PosixNetwork(detail::Reactor& reactor) noexcept : reactor_(reactor) {}

  Coro<detail::ChannelPtr> connect(Endpoint to, detail::ConnectionSetup setup) override;
  Coro<detail::Listeners> listen(std::vector<Endpoint> at, StreamOptions options) override;
  detail::ChannelPtr adopt(Socket socket) override;
  detail::Listeners adopt_listener(Socket socket, StreamOptions options, bool cleanup) override;

  detail::ChannelPtr make_channel(detail::LoopCore& loop, Descriptor socket);
  detail::Reactor& reactor() const noexcept { return reactor_; }

 private:
  detail::Reactor& reactor_;
};

/// The addresses of an endpoint: at once if it is numeric, else looked up in a thread. \throws OSError
Coro<std::vector<Address>> resolve(Endpoint endpoint, Lookup lookup);

/// Connects a socket. Suspends while the peer is asked. \throws OSError
Coro<void> connect_socket(int fd, Address address);

/// A socket that never blocks and is not inherited. \throws OSError
Descriptor make_socket(int family, int type, int proto = 0);

}  // namespace asyncio::native
