#include "posix/loop/waker.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "asyncio/os_error.hpp"
#ifdef __linux__
#include <sys/eventfd.h>
#endif

namespace asyncio::native {

#ifdef __linux__

Waker::Waker() : read_fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)), write_fd_(read_fd_) {
  if (read_fd_ < 0) std::rethrow_exception(detail::os_error(errno));
}

#else

Waker::Waker() {
  int ends[2];
  if (::pipe(ends) != 0) std::rethrow_exception(detail::os_error(errno));
  for (const int fd : ends) {
    ::fcntl(fd, F_SETFL, O_NONBLOCK);
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
  }
  read_fd_ = ends[0];
  write_fd_ = ends[1];
}

#endif

Waker::~Waker() {
  ::close(read_fd_);
  if (write_fd_ != read_fd_) ::close(write_fd_);
}

void Waker::notify() const noexcept {
  const std::uint64_t one = 1;
  // Full: somebody has woken it already.
  [[maybe_unused]] const auto written = ::write(write_fd_, &one, sizeof one);
}

void Waker::clear() const noexcept {
  char bytes[512];
  while (::read(read_fd_, bytes, sizeof bytes) == sizeof bytes) {
  }
}

}  // namespace asyncio::native
