/// \file
/// What stands for sockets where there are none.

#include "asyncio/sockets.hpp"

#include "asyncio/datagrams.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {
namespace {

[[noreturn]] void no_sockets(const char* call) {
  throw NotSupportedError(
      std::string(call) +
      " is not supported: this platform has no sockets; open_connection() and start_server() work within "
      "one program");
}

}  // namespace

Socket::Socket(AddressFamily, SocketType) : descriptor_(-1) { no_sockets("Socket"); }
Socket Socket::adopt(int) { no_sockets("Socket"); }
std::pair<Socket, Socket> Socket::make_pair() { no_sockets("Socket"); }
void Socket::bind(const Endpoint&) { no_sockets("Socket"); }
void Socket::listen(int) { no_sockets("Socket"); }
Endpoint Socket::getsockname() const { no_sockets("Socket"); }
Endpoint Socket::getpeername() const { no_sockets("Socket"); }
void Socket::close() noexcept {}

Coro<std::size_t> EventLoop::sock_recv_into(Socket&, std::span<std::byte>) { no_sockets("sock_recv_into()"); }
Coro<std::string> EventLoop::sock_recv(Socket&, std::size_t) { no_sockets("sock_recv()"); }
Coro<std::pair<std::string, Endpoint>> EventLoop::sock_recvfrom(Socket&, std::size_t) { no_sockets("sock_recvfrom()"); }
Coro<void> EventLoop::sock_sendall(Socket&, std::string) { no_sockets("sock_sendall()"); }
Coro<std::size_t> EventLoop::sock_sendto(Socket&, std::string, Endpoint) { no_sockets("sock_sendto()"); }
Coro<void> EventLoop::sock_connect(Socket&, Endpoint) { no_sockets("sock_connect()"); }
Coro<std::pair<Socket, Endpoint>> EventLoop::sock_accept(Socket&) { no_sockets("sock_accept()"); }
Coro<std::vector<Endpoint>> EventLoop::getaddrinfo(std::string, int, AddressFamily) { no_sockets("getaddrinfo()"); }
Coro<std::pair<std::string, std::string>> EventLoop::getnameinfo(Endpoint) { no_sockets("getnameinfo()"); }

Coro<detail::DatagramEndpoint> detail::make_datagram_endpoint(std::optional<Endpoint>, std::optional<Endpoint>,
                                                              DatagramOptions) {
  no_sockets("create_datagram_endpoint()");
}
Coro<Ref<DatagramTransport>> detail::open_datagrams(Ref<DatagramProtocol>, DatagramEndpoint) {
  no_sockets("create_datagram_endpoint()");
}

}  // namespace asyncio
