#pragma once

/// \file
/// What connections, servers and streams are made by. Source: Lib/asyncio/base_events.py.

#include "asyncio/detail/channel.hpp"
#include "asyncio/detail/protocol_factory.hpp"
#include "asyncio/server.hpp"
#include "asyncio/stream_options.hpp"

namespace asyncio {

class Socket;

namespace detail {

/// \throws std::out_of_range for a port that is none
Endpoint tcp_endpoint(std::string host, int port, AddressFamily family);
Endpoint local_endpoint(std::string path);

/// Makes the transport of a channel, and lets its protocol hear of it.
Coro<Ref<Transport>> make_transport(ChannelPtr channel, Ref<Protocol> protocol);
/// Connects; the protocol is made afterwards. \throws OSError
Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Endpoint to, StreamOptions options);
/// The same with a socket that is connected.
Coro<Ref<Transport>> open_transport(ProtocolFactory factory, Socket socket);

/// Listens, and makes a protocol for each connection. \throws OSError
Coro<Server> open_server(ProtocolFactory factory, Endpoint at, StreamOptions options);
/// The same with a socket that is bound.
Coro<Server> open_server(ProtocolFactory factory, Socket socket, StreamOptions options);

}  // namespace detail
}  // namespace asyncio
