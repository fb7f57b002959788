#pragma once

#include <asio/awaitable.hpp>
#include <asio/error_code.hpp>
#include <asio/redirect_error.hpp>
#include <asio/steady_timer.hpp>
#include <asio/use_awaitable.hpp>

/// Waits for coroutines that were spawned: each counts itself off by done(). A timer that is cancelled is Asio's usual
/// way to wake a coroutine.
class Join {
 public:
  Join(const asio::any_io_executor& executor, long count)
      : left_(count), woken_(executor, asio::steady_timer::time_point::max()) {}

  void done() {
    if (--left_ == 0) woken_.cancel();
  }
  asio::awaitable<void> wait() {
    asio::error_code cancelled;
    if (left_ > 0) co_await woken_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  }

 private:
  long left_;
  asio::steady_timer woken_;
};
