#include "faulty_calls.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace {

thread_local const FaultyCalls::Plan* plan = nullptr;

Fault decide(Call call) { return plan ? (*plan)(call) : Fault(); }

/// Makes the call with at most as many bytes as is decided.
template <class Make>
ssize_t make(Call call, std::size_t size, Make made) {
  const Fault fault = decide(call);
  if (fault.error == 0) return made(std::min(size, fault.most));
  errno = fault.error;
  return -1;
}

/// What wakes a loop is no pipe on Linux, and never fails.
bool is_pipe(int fd) {
  struct stat status{};
  return ::fstat(fd, &status) == 0 && S_ISFIFO(status.st_mode);
}

/// Datagram sockets have nothing to wait for when they connect.
bool is_stream(int fd) {
  int type = 0;
  socklen_t size = sizeof type;
  return ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM;
}

}  // namespace

FaultyCalls::FaultyCalls(Plan given) : plan_(std::move(given)) { plan = &plan_; }
FaultyCalls::~FaultyCalls() { plan = nullptr; }

Fault Harmless::operator()(Call call) {
  constexpr int errors[] = {EINTR, EAGAIN};
  const bool moves_bytes = call == Call::receive || call == Call::send;
  switch (random_() % 6) {
    case 0:
      return {.error = EINTR};
    case 1:
      return {.error = errors[call != Call::wait && call != Call::connect]};
    case 2:
      return moves_bytes ? Fault{.most = 1 + random_() % 5000} : Fault();
    default:
      return {};
  }
}

// The linker's names: __real_f is the system's f, and __wrap_f is called in its place.
extern "C" {
ssize_t __real_recv(int fd, void* into, size_t size, int flags);
ssize_t __wrap_recv(int fd, void* into, size_t size, int flags) {
  return make(Call::receive, size, [&](size_t most) { return __real_recv(fd, into, most, flags); });
}

ssize_t __real_send(int fd, const void* data, size_t size, int flags);
ssize_t __wrap_send(int fd, const void* data, size_t size, int flags) {
  return make(Call::send, size, [&](size_t most) { return __real_send(fd, data, most, flags); });
}

// Datagrams are never short.
ssize_t __real_recvfrom(int fd, void* into, size_t size, int flags, sockaddr* from, socklen_t* from_size);
ssize_t __wrap_recvfrom(int fd, void* into, size_t size, int flags, sockaddr* from, socklen_t* from_size) {
  return make(Call::receive, size, [&](size_t) { return __real_recvfrom(fd, into, size, flags, from, from_size); });
}

ssize_t __real_sendto(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t to_size);
ssize_t __wrap_sendto(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t to_size) {
  return make(Call::send, size, [&](size_t) { return __real_sendto(fd, data, size, flags, to, to_size); });
}

ssize_t __real_read(int fd, void* into, size_t size);
ssize_t __wrap_read(int fd, void* into, size_t size) {
  if (!is_pipe(fd)) return __real_read(fd, into, size);
  return make(Call::receive, size, [&](size_t most) { return __real_read(fd, into, most); });
}

ssize_t __real_write(int fd, const void* data, size_t size);
ssize_t __wrap_write(int fd, const void* data, size_t size) {
  if (!is_pipe(fd)) return __real_write(fd, data, size);
  return make(Call::send, size, [&](size_t most) { return __real_write(fd, data, most); });
}

int __real_accept(int fd, sockaddr* from, socklen_t* size);
int __wrap_accept(int fd, sockaddr* from, socklen_t* size) {
  return static_cast<int>(make(Call::accept, 0, [&](size_t) { return __real_accept(fd, from, size); }));
}

int __real_accept4(int fd, sockaddr* from, socklen_t* size, int flags);
int __wrap_accept4(int fd, sockaddr* from, socklen_t* size, int flags) {
  return static_cast<int>(make(Call::accept, 0, [&](size_t) { return __real_accept4(fd, from, size, flags); }));
}

int __real_connect(int fd, const sockaddr* to, socklen_t size);
int __wrap_connect(int fd, const sockaddr* to, socklen_t size) {
  const Fault fault = is_stream(fd) ? decide(Call::connect) : Fault();
  // One that is interrupted goes on in the background.
  const int result = fault.error == 0 || fault.error == EINTR ? __real_connect(fd, to, size) : -1;
  if (fault.error == 0) return result;
  errno = fault.error;
  return -1;
}

int __real_epoll_wait(int fd, epoll_event* events, int most, int timeout);
int __wrap_epoll_wait(int fd, epoll_event* events, int most, int timeout) {
  return static_cast<int>(make(Call::wait, 0, [&](size_t) { return __real_epoll_wait(fd, events, most, timeout); }));
}
}
