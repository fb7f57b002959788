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
AddressFamily Socket::family() const { no_sockets("Socket"); }
SocketType Socket::type() const { no_sockets("Socket"); }
int Socket::proto() const { no_sockets("Socket"); }
int Socket::getsockopt(int, int) const { no_sockets("Socket"); }
std::string Socket::getsockopt(int, int, std::size_t) const { no_sockets("Socket"); }
void Socket::setsockopt(int, int, int) { no_sockets("Socket"); }
void Socket::setsockopt(int, int, std::string_view) { no_sockets("Socket"); }
void Socket::shutdown(int) { no_sockets("Socket"); }
void Socket::close() noexcept {}

}  // namespace asyncio
