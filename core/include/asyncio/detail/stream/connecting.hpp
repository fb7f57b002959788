#pragma once

/// \file
/// What connections, servers and streams are made by. Source: Lib/asyncio/base_events.py.

#include "asyncio/detail/stream/channel.hpp"
#include "asyncio/detail/stream/connected.hpp"
#include "asyncio/detail/stream/connection_setup.hpp"
#include "asyncio/detail/stream/protocol_factory.hpp"
#include "asyncio/hosts.hpp"
#include "asyncio/server.hpp"
#include "asyncio/sockets.hpp"

namespace asyncio {

namespace detail {

/// \param port of those that ConnectionSetup::with_port() accepts
Endpoint tcp_endpoint(std::string host, int port, AddressFamily family);
/// Of each host.
std::vector<Endpoint> tcp_endpoints(Hosts hosts, int port, AddressFamily family);
Endpoint local_endpoint(std::string path);

/// Makes the transport of a channel, and lets its protocol hear of it; with TLS after the handshake.
/// \param server whose client it is, or null; must live until then
Coro<Ref<Transport>> make_transport(ChannelPtr channel, Ref<Protocol> protocol, ConnectionSetup setup,
                                    ServerCore* server = nullptr);
/// Connects; the protocol is made afterwards. \throws OSError
Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Endpoint to, ConnectionSetup setup);
/// The same with a socket that is connected.
Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Socket socket, ConnectionSetup setup);

/// Listens, and makes a protocol for each connection. \throws OSError
Coro<Server> open_server(ProtocolFactory factory, std::vector<Endpoint> at, ConnectionSetup setup);
/// The same on a socket in the file system.
Coro<Server> open_server(ProtocolFactory factory, std::string path, ConnectionSetup setup);
/// The same with a socket that is bound.
Coro<Server> open_server(ProtocolFactory factory, Socket socket, ConnectionSetup setup);
/// The same with one in the file system, whose file is removed at the end if the options say so.
Coro<Server> open_local_server(ProtocolFactory factory, Socket socket, ConnectionSetup setup);

/// Opens a transport whose protocol is made once it is connected.
template <class F, class... A>
Coro<Connected<Transport, F>> connect_factory(F factory, A... args) {
  std::invoke_result_t<F&> protocol;
  ProtocolFactory make = [&]() -> Ref<Protocol> { return protocol = factory(); };
  auto opening = open_transport(std::move(make), std::move(args)...);
  auto transport = co_await std::move(opening);
  co_return Connected<Transport, F>(std::move(transport), std::move(protocol));
}

/// \see EventLoop::create_connection and its like
template <class F>
Coro<Connected<Transport, F>> connect_tcp(F factory, std::string host, int port, StreamOptions options) {
  auto setup = ConnectionSetup::client(options, host).with_port(port);
  return connect_factory(std::move(factory), tcp_endpoint(std::move(host), port, options.family), std::move(setup));
}

}  // namespace detail
}  // namespace asyncio
