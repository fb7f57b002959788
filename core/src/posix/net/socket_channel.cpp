#include "posix/net/socket_channel.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "posix/net/address.hpp"
#include "posix/net/send_flags.hpp"

namespace asyncio::native {
namespace {

/// Small writes go out at once: as in CPython.
void set_no_delay(int fd, const Endpoint& self) noexcept {
  if (self.family == AddressFamily::local) return;
  const int on = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

}  // namespace

SocketChannel::SocketChannel(detail::LoopCore& loop, detail::Reactor& reactor, Descriptor socket)
    : DescriptorChannel(loop, reactor, std::move(socket)),
      self_(local_address(fd()).endpoint()),
      peer_(peer_address(fd()).endpoint()) {
  set_no_delay(fd(), self_);
}

detail::Channel::Input SocketChannel::receive(std::span<char> into) {
  return received(into, ::recv(fd(), into.data(), into.size(), 0));
}

detail::Channel::Output SocketChannel::send(std::string_view data) {
  return sent(::send(fd(), data.data(), data.size(), send_flags));
}

detail::Channel::Output SocketChannel::send_file(int file, std::uint64_t offset, std::size_t most) {
  const ssize_t count = native::send_file(fd(), file, offset, most);
  Output output = sent(count);
  output.ended = count == 0;
  return output;
}

void SocketChannel::end_sending() { ::shutdown(fd(), SHUT_WR); }

ExtraInfo SocketChannel::extra_info(std::string_view name) const {
  if (name == "peername") return peer_;
  if (name == "sockname") return self_;
  if (name == "socket" && open()) return TransportSocket(self_, fd());
  return {};
}

}  // namespace asyncio::native
