#include "stream/socket_calls.hpp"

#include <fcntl.h>
#include <netdb.h>

#include <cerrno>
#include <stdexcept>

#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/os_error.hpp"
#include "posix/loop/ready_waiter.hpp"
#include "posix/net/posix_network.hpp"
#include "posix/net/send_flags.hpp"

namespace asyncio::detail {
namespace {

using native::Address;
using native::numeric_address;

void require(bool done) {
  if (!done) std::rethrow_exception(os_error(errno));
}

}  // namespace

// NOLINTBEGIN(cppcoreguidelines-avoid-reference-coroutine-parameters): the socket is the caller's, as in Python.
Coro<std::size_t> sock_recv_into(Socket& socket, std::span<std::byte> into) {
  for (;;) {
    const ssize_t count = ::recv(socket.fileno(), into.data(), into.size(), 0);
    if (count >= 0) co_return static_cast<std::size_t>(count);
    require(native::try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_recv");
  }
}

Coro<std::string> sock_recv(Socket& socket, std::size_t n) {
  std::string data(n, '\0');
  const std::size_t count = co_await sock_recv_into(socket, std::as_writable_bytes(std::span(data)));
  data.resize(count);
  co_return data;
}

Coro<std::pair<std::string, Endpoint>> sock_recvfrom(Socket& socket, std::size_t n) {
  std::string data(n, '\0');
  for (;;) {
    Address from;
    const ssize_t count = ::recvfrom(socket.fileno(), data.data(), n, 0, from.get(), &from.size);
    if (count >= 0) {
      data.resize(static_cast<std::size_t>(count));
      co_return std::pair<std::string, Endpoint>(std::move(data), from.endpoint());
    }
    require(native::try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_recvfrom");
  }
}

Coro<void> sock_sendall(Socket& socket, std::string data) {
  std::string_view rest = data;
  while (!rest.empty()) {
    const ssize_t count = ::send(socket.fileno(), rest.data(), rest.size(), native::send_flags);
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    require(native::try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::write, "sock_sendall");
  }
}

Coro<std::size_t> sock_sendto(Socket& socket, std::string data, Endpoint to) {
  const Address address = numeric_address(to);
  for (;;) {
    const ssize_t count =
        ::sendto(socket.fileno(), data.data(), data.size(), native::send_flags, address.get(), address.size);
    if (count >= 0) co_return static_cast<std::size_t>(count);
    require(native::try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::write, "sock_sendto");
  }
}

Coro<void> sock_connect(Socket& socket, Endpoint to) {
  const auto addresses = co_await native::resolve(std::move(to), {});
  co_await native::connect_socket(socket.fileno(), addresses.front());
}

Coro<std::pair<Socket, Endpoint>> sock_accept(Socket& socket) {
  for (;;) {
    Address from;
    const int fd = ::accept(socket.fileno(), from.get(), &from.size);
    if (fd >= 0) {
      ::fcntl(fd, F_SETFD, FD_CLOEXEC);
      co_return std::pair<Socket, Endpoint>(Socket::adopt(fd), from.endpoint());
    }
    require(native::try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_accept");
  }
}
// NOLINTEND(cppcoreguidelines-avoid-reference-coroutine-parameters)

Coro<std::vector<Endpoint>> getaddrinfo(std::string host, int port, AddressFamily family) {
  if (port < 0 || port > 65535) throw std::out_of_range("port must be 0-65535.");
  const Endpoint question{std::move(host), static_cast<std::uint16_t>(port), family};
  auto ask = [question] { return native::look_up(question, {}); };
  const auto found = co_await run_in_thread<std::vector<Address>>(std::move(ask));
  std::vector<Endpoint> endpoints;
  endpoints.reserve(found.size());
  for (const Address& address : found) endpoints.push_back(address.endpoint());
  co_return endpoints;
}

Coro<std::pair<std::string, std::string>> getnameinfo(Endpoint endpoint) {
  const Address address = numeric_address(endpoint);
  auto ask = [address] {
    char host[NI_MAXHOST];
    char service[NI_MAXSERV];
    const int code = ::getnameinfo(address.get(), address.size, host, sizeof host, service, sizeof service, 0);
    if (code != 0) throw OSError(code, ::gai_strerror(code));
    return std::pair<std::string, std::string>(host, service);
  };
  auto answer = co_await run_in_thread<std::pair<std::string, std::string>>(std::move(ask));
  co_return answer;
}

}  // namespace asyncio::detail
