#include "stream/socket_calls.hpp"

#include "absent/no_sockets.hpp"

namespace asyncio::detail {

Coro<std::size_t> sock_recv_into(Socket&, std::span<std::byte>) { no_sockets("sock_recv_into()"); }
Coro<std::string> sock_recv(Socket&, std::size_t) { no_sockets("sock_recv()"); }
Coro<std::pair<std::string, Endpoint>> sock_recvfrom(Socket&, std::size_t) { no_sockets("sock_recvfrom()"); }
Coro<void> sock_sendall(Socket&, std::string) { no_sockets("sock_sendall()"); }
Coro<std::size_t> sock_sendto(Socket&, std::string, Endpoint) { no_sockets("sock_sendto()"); }
Coro<void> sock_connect(Socket&, Endpoint) { no_sockets("sock_connect()"); }
Coro<std::pair<Socket, Endpoint>> sock_accept(Socket&) { no_sockets("sock_accept()"); }
Coro<std::pair<std::size_t, Endpoint>> sock_recvfrom_into(Socket&, std::span<std::byte>, std::size_t) {
  no_sockets("sock_recvfrom_into()");
}
Coro<std::size_t> sock_sendfile(Socket&, FileRange, bool) { no_sockets("sock_sendfile()"); }

}  // namespace asyncio::detail
