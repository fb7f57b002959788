#pragma once

/// \file
/// Ends a wait from another thread or from a signal's context.

namespace asyncio::native {

/// An eventfd, or a pipe where there is none.
class Waker {
 public:
  /// \throws OSError
  Waker();
  Waker(const Waker&) = delete;
  Waker& operator=(const Waker&) = delete;
  ~Waker();

  /// Becomes readable by notify(), and stays so until clear().
  int readable_fd() const noexcept { return read_fd_; }
  int writable_fd() const noexcept { return write_fd_; }
  void notify() const noexcept;
  void clear() const noexcept;

 private:
  int read_fd_ = -1;
  int write_fd_ = -1;
};

}  // namespace asyncio::native
