#pragma once

#include "asyncio/detail/stream/channel.hpp"
#include "asyncio/detail/stream/failable_waiter.hpp"
#include "stream/file_range.hpp"

namespace asyncio::detail {

class StreamTransport;

/// A file on its way through a transport, in the frame of the coroutine that sends it. It begins once all that was
/// written before is sent; until its end nothing else can be written. When it is destroyed before, it is broken off.
class FileSending {
 public:
  /// \throws std::runtime_error if another one is on its way
  FileSending(StreamTransport& transport, const FileRange& range);
  FileSending(const FileSending&) = delete;
  FileSending& operator=(const FileSending&) = delete;
  ~FileSending();

  /// Suspends until all is sent or the connection is lost. \see finish
  Waiter::Awaiter wait() noexcept { return waiter_.wait(); }
  /// \param interrupted what the await gave. \throws OSError, ConnectionError; SendfileNotAvailableError if the system
  /// cannot send this file, and has sent nothing
  void finish(const std::exception_ptr& interrupted) const { waiter_.finish(interrupted); }
  /// So far.
  const std::size_t& sent() const noexcept { return sent_; }

  // For the transport.

  /// Sends what can be sent at once. \returns whether that was the end, good or bad
  bool send(Channel& channel) noexcept;
  void fail(const std::exception_ptr& error) noexcept { waiter_.fail(error); }

 private:
  std::exception_ptr error_of(int code) const noexcept;

  StreamTransport& transport_;
  FileRange range_;
  std::size_t sent_ = 0;
  FailableWaiter waiter_{"EventLoop.sendfile"};
};

}  // namespace asyncio::detail
