#pragma once

/// \file
/// What lies under a transport: a socket, a pipe, or memory.

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "asyncio/detail/loop/direction.hpp"
#include "asyncio/detail/loop/runnable.hpp"
#include "asyncio/extra_info.hpp"

namespace asyncio::detail {

/// A way for bytes, in both directions, that never blocks. It tells when it is worth a try again by running a callback.
class Channel {
 public:
  virtual ~Channel() = default;

  struct Input {
    enum class Kind : unsigned char { data, end, nothing_yet, error };
    Kind kind;
    /// Lives until the next receive().
    std::string_view data = {};
    int error = 0;
  };
  virtual Input receive() = 0;
  /// The same into memory of the caller's, which must not be empty.
  virtual Input receive(std::span<char> into) = 0;

  struct Output {
    /// 0 without an error: there is no room just now.
    std::size_t sent = 0;
    int error = 0;
    /// send_file(): there is no more in the file.
    bool ended = false;
  };
  virtual Output send(std::string_view data) = 0;

  /// Whether send_file() does more than fail.
  virtual bool can_send_files() const { return false; }
  /// Sends up to `most` bytes of a file, from a place in it, without their coming into this program.
  virtual Output send_file(int file, std::uint64_t offset, std::size_t most);

  /// The peer sees the end once it has read all.
  virtual void end_sending() = 0;
  virtual bool can_end_sending() const { return true; }

  /// Runs `callback` in each iteration in which receive() or send() would do something. The callback outlives the
  /// watch.
  virtual void watch(Direction direction, Runnable& callback) = 0;
  virtual void unwatch(Direction direction) = 0;

  /// Ends both directions and every watch.
  virtual void close() noexcept = 0;
  virtual ExtraInfo extra_info(std::string_view name) const = 0;
};

using ChannelPtr = std::unique_ptr<Channel>;

}  // namespace asyncio::detail
