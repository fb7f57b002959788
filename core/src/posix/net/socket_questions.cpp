#include "posix/net/socket_questions.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <stdexcept>

#include "asyncio/os_error.hpp"
#include "posix/net/address.hpp"

namespace asyncio::native {

void require(bool done) {
  if (!done) std::rethrow_exception(detail::os_error(errno));
}

AddressFamily family_of_socket(int fd) {
  Address address;
  require(::getsockname(fd, address.get(), &address.size) == 0);
  return family_of(address.family());
}

SocketType type_of_socket(int fd) { return type_of(get_option(fd, SOL_SOCKET, SO_TYPE)); }

int protocol_of_socket(int fd) {
#ifdef SO_PROTOCOL
  return get_option(fd, SOL_SOCKET, SO_PROTOCOL);
#else
  (void)fd;
  return 0;
#endif
}

int get_option(int fd, int level, int option) {
  int value = 0;
  socklen_t size = sizeof value;
  require(::getsockopt(fd, level, option, &value, &size) == 0);
  return value;
}

std::string get_option(int fd, int level, int option, std::size_t size) {
  std::string value(size, '\0');
  auto length = static_cast<socklen_t>(size);
  require(::getsockopt(fd, level, option, value.data(), &length) == 0);
  value.resize(length);
  return value;
}

void set_option(int fd, int level, int option, int value) {
  require(::setsockopt(fd, level, option, &value, sizeof value) == 0);
}

void set_option(int fd, int level, int option, std::string_view value) {
  require(::setsockopt(fd, level, option, value.data(), static_cast<socklen_t>(value.size())) == 0);
}

void set_reuse_port(int fd) {
  try {
    set_option(fd, SOL_SOCKET, SO_REUSEPORT, 1);
  } catch (const OSError&) {
    throw std::invalid_argument("reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.");
  }
}

void shut_down(int fd, int how) { require(::shutdown(fd, how) == 0); }

int system_type(SocketType type) noexcept {
  switch (type) {
    case SocketType::datagram:
      return SOCK_DGRAM;
    case SocketType::raw:
      return SOCK_RAW;
    case SocketType::sequential_packet:
      return SOCK_SEQPACKET;
    default:
      return SOCK_STREAM;
  }
}

SocketType type_of(int system_type) noexcept {
  switch (system_type) {
    case SOCK_DGRAM:
      return SocketType::datagram;
    case SOCK_RAW:
      return SocketType::raw;
    case SOCK_SEQPACKET:
      return SocketType::sequential_packet;
    default:
      return SocketType::stream;
  }
}

}  // namespace asyncio::native
