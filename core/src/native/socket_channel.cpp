#include "socket_channel.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cerrno>

#include "address.hpp"

namespace asyncio::native {
namespace {

#ifdef MSG_NOSIGNAL
constexpr int no_signal = MSG_NOSIGNAL;
#else
constexpr int no_signal = 0;
#endif

bool try_again(int code) noexcept { return code == EAGAIN || code == EWOULDBLOCK || code == EINTR; }

/// Small writes go out at once: as in CPython.
void set_no_delay(int fd, const Endpoint& self) noexcept {
  if (self.family == AddressFamily::local) return;
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

}  // namespace

SocketChannel::SocketChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor socket, char* buffer)
    : loop_(loop),
      reactor_(reactor),
      socket_(std::move(socket)),
      buffer_(buffer),
      self_(local_address(socket_.get()).endpoint()),
      peer_(peer_address(socket_.get()).endpoint()) {
  set_no_delay(socket_.get(), self_);
}

detail::Channel::Input SocketChannel::receive() {
  const ssize_t count = ::recv(socket_.get(), buffer_, read_size, 0);
  if (count > 0) return {Input::Kind::data, {buffer_, static_cast<std::size_t>(count)}};
  if (count == 0) return {Input::Kind::end};
  if (try_again(errno)) return {Input::Kind::nothing_yet};
  return {Input::Kind::error, {}, errno};
}

detail::Channel::Output SocketChannel::send(std::string_view data) {
  const ssize_t count = ::send(socket_.get(), data.data(), data.size(), no_signal);
  if (count >= 0) return {static_cast<std::size_t>(count)};
  if (try_again(errno)) return {};
  return {0, errno};
}

void SocketChannel::end_sending() { ::shutdown(socket_.get(), SHUT_WR); }

void SocketChannel::watch(detail::Direction direction, detail::Runnable& callback) {
  reactor_.watch(loop_, socket_.get(), direction, callback);
}

void SocketChannel::unwatch(detail::Direction direction) {
  // Noticed, but not run yet: it will not.
  if (detail::Runnable* callback = reactor_.unwatch(socket_.get(), direction)) callback->unlink();
}

void SocketChannel::close() noexcept {
  if (!socket_) return;
  unwatch(detail::Direction::read);
  unwatch(detail::Direction::write);
  socket_.reset();
}

ExtraInfo SocketChannel::extra_info(std::string_view name) const {
  if (name == "peername") return peer_;
  if (name == "sockname") return self_;
  if (name == "socket" && socket_) return ExtraInfo(socket_.get());
  return {};
}

}  // namespace asyncio::native
