#include "asyncio/sockets.hpp"

#include <fcntl.h>
#include <netdb.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "asyncio/os_error.hpp"
#include "asyncio/threads.hpp"
#include "posix_network.hpp"
#include "ready_waiter.hpp"
#include "send_flags.hpp"

namespace asyncio {
namespace {

using detail::Direction;
using native::Address;
using native::try_again;

int system_family(AddressFamily family) noexcept {
  return family == AddressFamily::local ? AF_UNIX : family == AddressFamily::ipv6 ? AF_INET6 : AF_INET;
}

void require(bool done) {
  if (!done) std::rethrow_exception(detail::os_error(errno));
}

Address numeric_address(const Endpoint& endpoint) {
  if (auto address = native::to_address(endpoint)) return *address;
  throw std::invalid_argument("'" + endpoint.host + "' is no numeric address: look it up with getaddrinfo() first");
}

}  // namespace

Socket::Socket(AddressFamily family, SocketType type)
    : descriptor_(
          native::make_socket(system_family(family), type == SocketType::stream ? SOCK_STREAM : SOCK_DGRAM).release()) {
}

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
  const Address address = numeric_address(endpoint);
  require(::bind(descriptor_, address.get(), address.size) == 0);
}
void Socket::listen(int backlog) { require(::listen(descriptor_, backlog) == 0); }
Endpoint Socket::getsockname() const { return native::local_address(descriptor_).endpoint(); }
Endpoint Socket::getpeername() const { return native::peer_address(descriptor_).endpoint(); }
void Socket::close() noexcept {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

Coro<std::size_t> EventLoop::sock_recv_into(Socket& socket, std::span<std::byte> into) {
  for (;;) {
    const ssize_t count = ::recv(socket.fileno(), into.data(), into.size(), 0);
    if (count >= 0) co_return static_cast<std::size_t>(count);
    require(try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_recv");
  }
}

Coro<std::string> EventLoop::sock_recv(Socket& socket, std::size_t n) {
  std::string data(n, '\0');
  const std::size_t count = co_await sock_recv_into(socket, std::as_writable_bytes(std::span(data)));
  data.resize(count);
  co_return data;
}

Coro<std::pair<std::string, Endpoint>> EventLoop::sock_recvfrom(Socket& socket, std::size_t n) {
  std::string data(n, '\0');
  for (;;) {
    Address from;
    const ssize_t count = ::recvfrom(socket.fileno(), data.data(), n, 0, from.get(), &from.size);
    if (count >= 0) {
      data.resize(static_cast<std::size_t>(count));
      co_return std::pair<std::string, Endpoint>(std::move(data), from.endpoint());
    }
    require(try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_recvfrom");
  }
}

Coro<void> EventLoop::sock_sendall(Socket& socket, std::string data) {
  std::string_view rest = data;
  while (!rest.empty()) {
    const ssize_t count = ::send(socket.fileno(), rest.data(), rest.size(), native::send_flags);
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    require(try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::write, "sock_sendall");
  }
}

Coro<std::size_t> EventLoop::sock_sendto(Socket& socket, std::string data, Endpoint to) {
  const Address address = numeric_address(to);
  for (;;) {
    const ssize_t count =
        ::sendto(socket.fileno(), data.data(), data.size(), native::send_flags, address.get(), address.size);
    if (count >= 0) co_return static_cast<std::size_t>(count);
    require(try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::write, "sock_sendto");
  }
}

Coro<void> EventLoop::sock_connect(Socket& socket, Endpoint to) {
  const auto addresses = co_await native::resolve(std::move(to), false);
  co_await native::connect_socket(socket.fileno(), addresses.front());
}

Coro<std::pair<Socket, Endpoint>> EventLoop::sock_accept(Socket& socket) {
  for (;;) {
    Address from;
    const int fd = ::accept(socket.fileno(), from.get(), &from.size);
    if (fd >= 0) {
      ::fcntl(fd, F_SETFD, FD_CLOEXEC);
      co_return std::pair<Socket, Endpoint>(Socket::adopt(fd), from.endpoint());
    }
    require(try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_accept");
  }
}

Coro<std::vector<Endpoint>> EventLoop::getaddrinfo(std::string host, int port, AddressFamily family) {
  if (port < 0 || port > 65535) throw std::out_of_range("port must be 0-65535.");
  const Endpoint question{std::move(host), static_cast<std::uint16_t>(port), family};
  auto look_up = [question] { return native::look_up(question, false); };
  const auto found = co_await to_thread(std::move(look_up));
  std::vector<Endpoint> endpoints;
  for (const Address& address : found) endpoints.push_back(address.endpoint());
  co_return endpoints;
}

Coro<std::pair<std::string, std::string>> EventLoop::getnameinfo(Endpoint endpoint) {
  const Address address = numeric_address(endpoint);
  auto ask = [address] {
    char host[NI_MAXHOST];
    char service[NI_MAXSERV];
    const int code = ::getnameinfo(address.get(), address.size, host, sizeof host, service, sizeof service, 0);
    if (code != 0) throw OSError(code, ::gai_strerror(code));
    return std::pair<std::string, std::string>(host, service);
  };
  auto answer = co_await to_thread(std::move(ask));
  co_return answer;
}

}  // namespace asyncio
