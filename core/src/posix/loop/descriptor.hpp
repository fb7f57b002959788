#pragma once

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace asyncio::native {

/// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() noexcept = default;
  explicit Descriptor(int fd) noexcept : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { reset(); }

  int get() const noexcept { return fd_; }
  explicit operator bool() const noexcept { return fd_ >= 0; }
  int release() noexcept { return std::exchange(fd_, -1); }
  void reset() noexcept {
    if (fd_ >= 0) ::close(release());
  }

 private:
  int fd_ = -1;
};

/// Whether the call that failed with this `errno` is to be made again once the descriptor is ready.
inline bool try_again(int code = errno) noexcept { return code == EAGAIN || code == EWOULDBLOCK || code == EINTR; }

}  // namespace asyncio::native
