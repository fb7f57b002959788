#include "asyncio/transport_socket.hpp"

#include "absent/no_sockets.hpp"
#include "asyncio/sockets.hpp"

namespace asyncio {

using detail::no_sockets;

SocketType TransportSocket::type() const { return SocketType::stream; }
int TransportSocket::proto() const { return 0; }
Endpoint TransportSocket::getpeername() const { no_sockets("TransportSocket.getpeername()"); }
int TransportSocket::getsockopt(int, int) const { no_sockets("TransportSocket.getsockopt()"); }
std::string TransportSocket::getsockopt(int, int, std::size_t) const { no_sockets("TransportSocket.getsockopt()"); }
void TransportSocket::setsockopt(int, int, int) const { no_sockets("TransportSocket.setsockopt()"); }
void TransportSocket::setsockopt(int, int, std::string_view) const { no_sockets("TransportSocket.setsockopt()"); }
void TransportSocket::shutdown(int) const { no_sockets("TransportSocket.shutdown()"); }
Socket TransportSocket::dup() const { no_sockets("TransportSocket.dup()"); }
bool TransportSocket::get_inheritable() const { return false; }
std::string TransportSocket::repr() const { return "<asyncio.TransportSocket fd=-1, laddr=" + name_.repr() + '>'; }

}  // namespace asyncio
