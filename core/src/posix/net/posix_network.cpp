#include "posix/net/posix_network.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/os_error.hpp"
#include "asyncio/sockets.hpp"
#include "posix/loop/ready_waiter.hpp"
#include "posix/net/connect.hpp"
#include "posix/net/socket_channel.hpp"
#include "posix/net/socket_listener.hpp"

namespace asyncio::native {

Descriptor make_socket(int family, int type, int proto) {
#ifdef SOCK_NONBLOCK
  Descriptor made(::socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, proto));
#else
  Descriptor made(::socket(family, type, proto));
#endif
  if (!made) std::rethrow_exception(detail::os_error(errno));
#ifndef SOCK_NONBLOCK
  ::fcntl(made.get(), F_SETFL, O_NONBLOCK);
  ::fcntl(made.get(), F_SETFD, FD_CLOEXEC);
#endif
  return made;
}

Coro<std::vector<Address>> resolve(Endpoint endpoint, Lookup lookup) {
  const bool usual = lookup.proto == 0 || lookup.proto == IPPROTO_TCP || lookup.proto == IPPROTO_UDP;
  if (endpoint.family == AddressFamily::local || (!endpoint.host.empty() && usual)) {
    if (auto address = to_address(endpoint)) co_return std::vector<Address>(1, *address);
  }
  auto question = [endpoint, lookup] { return look_up(endpoint, lookup); };
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

detail::ChannelPtr PosixNetwork::make_channel(detail::LoopCore& loop, Descriptor socket) {
  return std::make_unique<SocketChannel>(loop, reactor_, std::move(socket));
}

Coro<detail::ChannelPtr> PosixNetwork::connect(Endpoint to, detail::ConnectionSetup setup) {
  Descriptor connected = co_await connect_to(std::move(to), std::move(setup));
  co_return make_channel(detail::running_loop(), std::move(connected));
}

Coro<detail::Listeners> PosixNetwork::listen(std::vector<Endpoint> at, StreamOptions options) {
  const Lookup lookup{SOCK_STREAM, options.proto, options.flags.value_or(AI_PASSIVE)};
  std::vector<Address> addresses;
  for (const Endpoint& endpoint : at) {
    const std::vector<Address> found = co_await resolve(endpoint, lookup);
    for (const Address& address : found)
      if (std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
  }
  co_return make_listeners(detail::running_loop(), *this, addresses, options);
}

namespace {

/// Takes the descriptor of a socket for streams.
Descriptor take_stream(Socket socket) {
  if (socket.type() != SocketType::stream) throw std::invalid_argument("A Stream Socket was expected");
  return Descriptor(socket.detach());
}

}  // namespace

detail::ChannelPtr PosixNetwork::adopt(Socket socket) {
  return make_channel(detail::running_loop(), take_stream(std::move(socket)));
}

detail::Listeners PosixNetwork::adopt_listener(Socket socket, StreamOptions options, bool cleanup) {
  detail::Listeners listeners;
  listeners.push_back(
      make_listener(detail::running_loop(), *this, take_stream(std::move(socket)), options.backlog, cleanup));
  return listeners;
}

}  // namespace asyncio::native
