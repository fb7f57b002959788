#pragma once

/// \file
/// What connections, servers and streams are made by. Source: Lib/asyncio/base_events.py.

#include "asyncio/detail/stream/channel.hpp"
#include "asyncio/detail/stream/connection_setup.hpp"
#include "asyncio/detail/stream/protocol_factory.hpp"
#include "asyncio/server.hpp"

namespace asyncio {

class Socket;

namespace detail {

/// \throws std::out_of_range for a port that is none
Endpoint tcp_endpoint(std::string host, int port, AddressFamily family);
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
Coro<Server> open_server(ProtocolFactory factory, Endpoint at, ConnectionSetup setup);
/// The same with a socket that is bound.
Coro<Server> open_server(ProtocolFactory factory, Socket socket, ConnectionSetup setup);

}  // namespace detail
}  // namespace asyncio
