#pragma once

#include <asio/awaitable.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/use_awaitable.hpp>

/// Asio has no lock for coroutines: a channel with room for one message serves as one.
class Lock {
 public:
  explicit Lock(const asio::any_io_executor& executor) : channel_(executor, 1) {}

  auto acquire() { return channel_.async_send(asio::error_code(), true, asio::use_awaitable); }
  /// Hands it to the first in line.
  void release() {
    channel_.try_receive([](asio::error_code, bool) {});
  }
  bool locked() { return channel_.ready(); }

 private:
  asio::experimental::channel<void(asio::error_code, bool)> channel_;
};
