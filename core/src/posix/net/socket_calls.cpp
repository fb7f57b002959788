#include "stream/socket_calls.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>

#include "asyncio/exceptions.hpp"
#include "asyncio/os_error.hpp"
#include "posix/loop/ready_waiter.hpp"
#include "posix/net/posix_network.hpp"
#include "posix/net/send_file.hpp"
#include "posix/net/send_flags.hpp"
#include "posix/net/socket_questions.hpp"
#include "stream/files.hpp"

namespace asyncio::detail {
namespace {

using native::Address;
using native::numeric_address;
using native::require;

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

Coro<std::pair<std::size_t, Endpoint>> sock_recvfrom_into(Socket& socket, std::span<std::byte> into,
                                                          std::size_t nbytes) {
  if (nbytes > into.size()) throw std::invalid_argument("nbytes is greater than the length of the buffer");
  const std::size_t room = nbytes ? nbytes : into.size();
  for (;;) {
    Address from;
    const ssize_t count = ::recvfrom(socket.fileno(), into.data(), room, 0, from.get(), &from.size);
    if (count >= 0) co_return std::pair<std::size_t, Endpoint>(static_cast<std::size_t>(count), from.endpoint());
    require(native::try_again());
    co_await native::wait_until_ready(socket.fileno(), Direction::read, "sock_recvfrom");
  }
}

Coro<std::pair<std::string, Endpoint>> sock_recvfrom(Socket& socket, std::size_t n) {
  std::string data(n, '\0');
  auto [count, from] = co_await sock_recvfrom_into(socket, std::as_writable_bytes(std::span(data)), 0);
  data.resize(count);
  co_return std::pair<std::string, Endpoint>(std::move(data), std::move(from));
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

namespace {

/// By the system. Source: _sock_sendfile_native. \returns none if it cannot, and has sent nothing
Coro<std::optional<std::size_t>> send_natively(Socket& socket, FileRange range) {
  std::size_t sent = 0;
  const FilePosition position(range, sent);
  while (!range.count || sent < *range.count) {
    const std::size_t most = std::size_t{1} << 30U;
    const std::size_t rest = range.count ? std::min(*range.count - sent, most) : most;
    const ssize_t count = native::send_file(socket.fileno(), range.file, range.offset + sent, rest);
    if (count == 0) break;
    if (count > 0) {
      sent += static_cast<std::size_t>(count);
    } else if (!native::try_again()) {
      // As in CPython: then it is the kind of file, most likely.
      if (sent == 0) co_return std::nullopt;
      require(false);
    }
    co_await native::wait_until_ready(socket.fileno(), Direction::write, "sock_sendfile");
  }
  co_return sent;
}

/// By reading and writing. Source: _sock_sendfile_fallback.
Coro<std::size_t> send_by_blocks(Socket& socket, FileRange range) {
  std::size_t sent = 0;
  const FilePosition position(range, sent);
  std::string block;
  while (!range.count || sent < *range.count) {
    block.resize(range.count ? std::min(*range.count - sent, sendfile_block_size) : sendfile_block_size);
    const std::size_t count = co_await read_file(range.file, range.offset + sent, std::span(block));
    if (count == 0) break;
    block.resize(count);
    co_await sock_sendall(socket, block);
    sent += count;
  }
  co_return sent;
}

}  // namespace

Coro<std::size_t> sock_sendfile(Socket& socket, FileRange range, bool fallback) {
  if (socket.type() != SocketType::stream) throw std::invalid_argument("only SOCK_STREAM type sockets are supported");
  require_count(range);
  if (const auto sent = co_await send_natively(socket, range)) co_return *sent;
  if (!fallback) throw SendfileNotAvailableError("os.sendfile call failed");
  auto sending = send_by_blocks(socket, range);
  co_return co_await std::move(sending);
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

}  // namespace asyncio::detail
