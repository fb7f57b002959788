#include "posix/net/posix_network.hpp"

#include <fcntl.h>

#include <cerrno>
#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/os_error.hpp"
#include "asyncio/sockets.hpp"
#include "posix/loop/ready_waiter.hpp"
#include "posix/net/socket_channel.hpp"
#include "posix/net/socket_listener.hpp"

namespace asyncio::native {

Descriptor make_socket(int family, int type) {
#ifdef SOCK_NONBLOCK
  Descriptor made(::socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
#else
  Descriptor made(::socket(family, type, 0));
#endif
  if (!made) std::rethrow_exception(detail::os_error(errno));
#ifndef SOCK_NONBLOCK
  ::fcntl(made.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(made.get(), F_SETFD, FD_CLOEXEC);
#endif
  return made;
}

Coro<std::vector<Address>> resolve(Endpoint endpoint, bool listen) {
  if (!endpoint.host.empty() || endpoint.family == AddressFamily::local) {
    if (auto address = to_address(endpoint)) co_return std::vector<Address>(1, *address);
  }
  auto question = [endpoint, listen] { return look_up(endpoint, listen); };
  auto found = co_await detail::run_in_thread<std::vector<Address>>(std::move(question));
  if (found.empty()) throw OSError("getaddrinfo() returned empty list");
  co_return found;
}

Coro<void> connect_socket(int fd, Address address) {
  if (::connect(fd, address.get(), address.size) == 0) co_return;
  if (errno != EINPROGRESS && errno != EAGAIN && errno != EINTR) std::rethrow_exception(detail::os_error(errno));
  co_await wait_until_ready(fd, detail::Direction::write, "sock_connect");
  int error = 0;
  socklen_t size = sizeof error;
  if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
  if (error != 0) std::rethrow_exception(detail::os_error(error, "Connect call failed " + address.endpoint().repr()));
}

namespace {

Coro<Descriptor> connect_to(Address address) {
  Descriptor socket = make_socket(address.family(), SOCK_STREAM);
  co_await connect_socket(socket.get(), address);
  co_return socket;
}

/// What is told when no address could be reached.
[[noreturn]] void fail(const std::vector<std::exception_ptr>& errors) {
  const std::string first = detail::what(errors.front());
  std::string all = first;
  bool same = true;
  for (std::size_t i = 1; i < errors.size(); ++i) {
    const std::string text = detail::what(errors[i]);
    same = same && text == first;
    all += ", " + text;
  }
  if (same) std::rethrow_exception(errors.front());
  throw OSError("Multiple exceptions: " + all);
}

}  // namespace

detail::ChannelPtr PosixNetwork::make_channel(detail::LoopCore& loop, Descriptor socket) {
  return std::make_unique<SocketChannel>(loop, reactor_, std::move(socket));
}

Coro<detail::ChannelPtr> PosixNetwork::connect(Endpoint to, StreamOptions) {
  const std::vector<Address> addresses = co_await resolve(std::move(to), false);
  std::vector<std::exception_ptr> errors;
  for (const Address& address : addresses) {
    auto connected = co_await detail::Captured<Descriptor>(connect_to(address));
    if (connected) co_return make_channel(detail::running_loop(), std::move(connected).value());
    if (detail::is_base_exception(connected.exception())) connected.value();
    errors.push_back(connected.exception());
  }
  fail(errors);
}

Coro<detail::Listeners> PosixNetwork::listen(Endpoint at, StreamOptions options) {
  const std::vector<Address> addresses = co_await resolve(std::move(at), true);
  detail::Listeners listeners;
  for (const Address& address : addresses)
    listeners.push_back(make_listener(detail::running_loop(), *this, address, options));
  co_return listeners;
}

namespace {

/// Takes the descriptor of a socket for streams.
Descriptor take_stream(Socket socket) {
  int type = 0;
  socklen_t size = sizeof type;
  if (::getsockopt(socket.fileno(), SOL_SOCKET, SO_TYPE, &type, &size) != 0)
    std::rethrow_exception(detail::os_error(errno));
  if (type != SOCK_STREAM) throw std::invalid_argument("A Stream Socket was expected");
  return Descriptor(socket.detach());
}

}  // namespace

detail::ChannelPtr PosixNetwork::adopt(Socket socket) {
  return make_channel(detail::running_loop(), take_stream(std::move(socket)));
}

detail::Listeners PosixNetwork::adopt_listener(Socket socket, StreamOptions options) {
  detail::Listeners listeners;
  listeners.push_back(make_listener(detail::running_loop(), *this, take_stream(std::move(socket)), options));
  return listeners;
}

}  // namespace asyncio::native
