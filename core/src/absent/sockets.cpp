#include "asyncio/sockets.hpp"

#include "absent/no_sockets.hpp"

namespace asyncio {

using detail::no_sockets;

Socket::Socket(AddressFamily, SocketType) : descriptor_(-1) { no_sockets("Socket"); }
Socket Socket::adopt(int) { no_sockets("Socket"); }
std::pair<Socket, Socket> Socket::make_pair() { no_sockets("Socket"); }
void Socket::bind(const Endpoint&) { no_sockets("Socket"); }
void Socket::listen(int) { no_sockets("Socket"); }
Endpoint Socket::getsockname() const { no_sockets("Socket"); }
Endpoint Socket::getpeername() const { no_sockets("Socket"); }
void Socket::close() noexcept {}

}  // namespace asyncio
