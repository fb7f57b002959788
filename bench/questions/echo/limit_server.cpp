// What does a request cost a server that sends back what it gets? One read and one write a request, and nothing else.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

int require(int result, const char* call) {
  if (result >= 0) return result;
  std::fprintf(stderr, "%s: %s\n", call, std::strerror(errno));
  std::exit(1);
}

/// \returns a socket that listens on a free port of this machine, which it prints
int listen_somewhere() {
  const int fd = require(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), "socket");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  require(bind(fd, reinterpret_cast<sockaddr*>(&address), length), "bind");
  require(listen(fd, 1'024), "listen");
  require(getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length), "getsockname");
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  return fd;
}

void watch(int epoll, int fd) {
  epoll_event event{.events = EPOLLIN, .data = {.fd = fd}};
  require(epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event), "epoll_ctl");
}

void accept_one(int epoll, int listener) {
  const int fd = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
  if (fd < 0) return;
  const int on = 1;
  require(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "setsockopt");
  watch(epoll, fd);
}

/// A request is so small that the socket always has room for its answer.
void echo(int fd) {
  std::array<char, 4'096> buffer;
  const ssize_t n = read(fd, buffer.data(), buffer.size());
  if (n > 0) {
    require(static_cast<int>(write(fd, buffer.data(), static_cast<std::size_t>(n))), "write");
  } else if (n == 0 || errno != EAGAIN) {
    close(fd);
  }
}

}  // namespace

int main() {
  const int epoll = require(epoll_create1(0), "epoll_create1");
  const int listener = listen_somewhere();
  watch(epoll, listener);
  std::array<epoll_event, 512> events;
  for (;;) {
    const int n = require(epoll_wait(epoll, events.data(), events.size(), -1), "epoll_wait");
    for (int i = 0; i < n; ++i) {
      const int fd = events[static_cast<std::size_t>(i)].data.fd;
      fd == listener ? accept_one(epoll, listener) : echo(fd);
    }
  }
}
