#include "asyncio/sockets.hpp"

#include <fcntl.h>

#include <cerrno>

#include "asyncio/os_error.hpp"
#include "posix/net/posix_network.hpp"
#include "posix/net/socket_questions.hpp"

namespace asyncio {
namespace {

using native::Address;
using native::require;

/// \pre a family, or any, which is IPv4
int family_or_ipv4(AddressFamily family) noexcept {
  return native::system_family(family == AddressFamily::any ? AddressFamily::ipv4 : family);
}

}  // namespace

Socket::Socket(AddressFamily family, SocketType type)
    : descriptor_(native::make_socket(family_or_ipv4(family), native::system_type(type)).release()) {}

Socket Socket::adopt(int descriptor) {
  Socket socket(Adopted(), descriptor);
  const int flags = ::fcntl(descriptor, F_GETFL);
  require(flags >= 0 && ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0);
  return socket;
}

std::pair<Socket, Socket> Socket::make_pair() {
  int ends[2];
  require(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  for (const int fd : ends) ::fcntl(fd, F_SETFD, FD_CLOEXEC);
  native::Descriptor second(ends[1]);
  Socket first = adopt(ends[0]);
  return {std::move(first), adopt(second.release())};
}

void Socket::bind(const Endpoint& endpoint) {
  const Address address = native::numeric_address(endpoint);
  require(::bind(descriptor_, address.get(), address.size) == 0);
}
void Socket::listen(int backlog) { require(::listen(descriptor_, backlog) == 0); }
Endpoint Socket::getsockname() const { return native::local_address(descriptor_).endpoint(); }
Endpoint Socket::getpeername() const { return native::peer_address(descriptor_).endpoint(); }
AddressFamily Socket::family() const { return native::family_of_socket(descriptor_); }
SocketType Socket::type() const { return native::type_of_socket(descriptor_); }
int Socket::proto() const { return native::protocol_of_socket(descriptor_); }
int Socket::getsockopt(int level, int option) const { return native::get_option(descriptor_, level, option); }
std::string Socket::getsockopt(int level, int option, std::size_t size) const {
  return native::get_option(descriptor_, level, option, size);
}
void Socket::setsockopt(int level, int option, int value) { native::set_option(descriptor_, level, option, value); }
void Socket::setsockopt(int level, int option, std::string_view value) {
  native::set_option(descriptor_, level, option, value);
}
void Socket::shutdown(int how) { native::shut_down(descriptor_, how); }
void Socket::close() noexcept {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

}  // namespace asyncio
