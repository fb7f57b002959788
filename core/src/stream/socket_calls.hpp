#pragma once

/// \file
/// What EventLoop does with the program's own sockets: \see EventLoop::sock_recv and its like.

#include <span>
#include <string>
#include <utility>

#include "asyncio/coro.hpp"
#include "asyncio/endpoint.hpp"
#include "asyncio/sockets.hpp"
#include "stream/file_range.hpp"

namespace asyncio::detail {

Coro<std::string> sock_recv(Socket& socket, std::size_t n);
Coro<std::size_t> sock_recv_into(Socket& socket, std::span<std::byte> into);
Coro<std::pair<std::string, Endpoint>> sock_recvfrom(Socket& socket, std::size_t n);
Coro<std::pair<std::size_t, Endpoint>> sock_recvfrom_into(Socket& socket, std::span<std::byte> into,
                                                          std::size_t nbytes);
Coro<void> sock_sendall(Socket& socket, std::string data);
Coro<std::size_t> sock_sendto(Socket& socket, std::string data, Endpoint to);
Coro<void> sock_connect(Socket& socket, Endpoint to);
Coro<std::pair<Socket, Endpoint>> sock_accept(Socket& socket);
Coro<std::size_t> sock_sendfile(Socket& socket, FileRange range, bool fallback);

}  // namespace asyncio::detail
