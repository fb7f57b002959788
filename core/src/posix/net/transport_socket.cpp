#include "asyncio/transport_socket.hpp"

#include <fcntl.h>
#include <sys/socket.h>

#include "asyncio/os_error.hpp"
#include "asyncio/sockets.hpp"
#include "posix/net/address.hpp"
#include "posix/net/socket_questions.hpp"

namespace asyncio {

// One that leads through memory is none of the system's.

SocketType TransportSocket::type() const {
  return descriptor_ < 0 ? SocketType::stream : native::type_of_socket(descriptor_);
}
int TransportSocket::proto() const { return descriptor_ < 0 ? 0 : native::protocol_of_socket(descriptor_); }

Endpoint TransportSocket::getpeername() const {
  native::Address address;
  native::require(::getpeername(descriptor_, address.get(), &address.size) == 0);
  return address.endpoint();
}

int TransportSocket::getsockopt(int level, int option) const { return native::get_option(descriptor_, level, option); }
std::string TransportSocket::getsockopt(int level, int option, std::size_t size) const {
  return native::get_option(descriptor_, level, option, size);
}
void TransportSocket::setsockopt(int level, int option, int value) const {
  native::set_option(descriptor_, level, option, value);
}
void TransportSocket::setsockopt(int level, int option, std::string_view value) const {
  native::set_option(descriptor_, level, option, value);
}
void TransportSocket::shutdown(int how) const { native::shut_down(descriptor_, how); }

Socket TransportSocket::dup() const {
  const int copy = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
  native::require(copy >= 0);
  return Socket::adopt(copy);
}

bool TransportSocket::get_inheritable() const {
  const int flags = ::fcntl(descriptor_, F_GETFD);
  native::require(flags >= 0);
  return !(flags & FD_CLOEXEC);
}

std::string TransportSocket::repr() const {
  std::string text = "<asyncio.TransportSocket fd=" + std::to_string(descriptor_);
  try {
    text += ", family=" + std::to_string(native::system_family(family())) +
            ", type=" + std::to_string(native::system_type(type())) + ", proto=" + std::to_string(proto()) +
            ", laddr=" + name_.repr();
    text += ", raddr=" + getpeername().repr();
  } catch (const OSError&) {
    // It is closed, or not connected: then there is no more to say.
  }
  return text + '>';
}

}  // namespace asyncio
