#pragma once

/// \file
/// `open_connection` and `start_server`. Source: Lib/asyncio/streams.py.

#include <type_traits>
#include <utility>

#include "asyncio/detail/stream/client_handler.hpp"
#include "asyncio/hosts.hpp"
#include "asyncio/server.hpp"
#include "asyncio/sockets.hpp"
#include "asyncio/stream_options.hpp"
#include "asyncio/stream_reader.hpp"
#include "asyncio/stream_writer.hpp"

namespace asyncio {

/// Both directions of a connection: `auto [reader, writer] = co_await open_connection(…)`.
using Stream = std::pair<StreamReader, StreamWriter>;

/// Connects to a TCP server. Suspends until it is connected; the name is looked up in a thread. In a browser it leads
/// to a server of the same loop, through memory. \throws OSError, with ConnectionRefusedError among them
Coro<Stream> open_connection(std::string host, int port, StreamOptions options = {});
/// Takes a connected socket over. \throws std::invalid_argument unless it is one for streams; NotSupportedError in a
/// browser
Coro<Stream> open_connection(Socket socket, StreamOptions options = {});
/// Connects to a socket in the file system.
Coro<Stream> open_unix_connection(std::string path, StreamOptions options = {});
/// Takes a connected Unix socket over. \throws std::invalid_argument unless it is one, for streams
Coro<Stream> open_unix_connection(Socket socket, StreamOptions options = {});

/// Both ends of a connection through memory, within the running loop.
Coro<std::pair<Stream, Stream>> open_memory_connection(StreamOptions options = {});

namespace detail {

Coro<Server> start_server(Ref<ClientHandler> handler, Hosts hosts, int port, StreamOptions options);
Coro<Server> start_server(Ref<ClientHandler> handler, Socket socket, StreamOptions options);
Coro<Server> start_unix_server(Ref<ClientHandler> handler, std::string path, StreamOptions options);
Coro<Server> start_unix_server(Ref<ClientHandler> handler, Socket socket, StreamOptions options);

}  // namespace detail

/// Listens on a TCP port of one or several hosts; an empty one means all addresses of this machine, port 0 one that is
/// free (`Server::sockets()` tells which). For each connection it calls `handler(reader, writer)`, and runs the
/// coroutine which that may return as a task; reader and writer live as long as that. A connection whose writer is gone
/// is closed. What the task throws goes to the exception handler. In a browser it serves connections of the same loop.
/// \throws OSError
template <class F>
Coro<Server> start_server(F handler, Hosts host, int port, StreamOptions options = {}) {
  return detail::start_server(detail::make_client_handler(std::move(handler)), std::move(host), port, options);
}
/// The same with a bound socket, which it takes over. \throws std::invalid_argument unless it is one for streams;
/// NotSupportedError in a browser
template <class F>
Coro<Server> start_server(F handler, Socket socket, StreamOptions options = {}) {
  return detail::start_server(detail::make_client_handler(std::move(handler)), std::move(socket), options);
}
/// The same on a socket in the file system.
template <class F>
Coro<Server> start_unix_server(F handler, std::string path, StreamOptions options = {}) {
  return detail::start_unix_server(detail::make_client_handler(std::move(handler)), std::move(path), options);
}
/// The same with a bound Unix socket, which it takes over. \throws std::invalid_argument unless it is one, for streams
template <class F>
Coro<Server> start_unix_server(F handler, Socket socket, StreamOptions options = {}) {
  return detail::start_unix_server(detail::make_client_handler(std::move(handler)), std::move(socket), options);
}

}  // namespace asyncio
