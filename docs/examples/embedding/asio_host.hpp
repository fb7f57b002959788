#pragma once

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asyncio/host.hpp>

/// Lets asyncio wait in an io_context: where the loop has nothing to do, Asio's handlers have their turn, on the same
/// thread. They may set futures, call call_soon() and create tasks as a callback of asyncio's may.
class AsioHost : public asyncio::Host {
 public:
  explicit AsioHost(asio::io_context& io) : io_(io), work_(asio::make_work_guard(io)) {}

  asyncio::TimePoint now() override { return asyncio::TimePoint(std::chrono::steady_clock::now().time_since_epoch()); }
  void poll(std::optional<asyncio::Duration> timeout) override {
    if (!timeout) {
      io_.run_one();
    } else if (*timeout > asyncio::Duration::zero()) {
      io_.run_one_for(*timeout);
    }
    io_.poll();
  }
  void wake() override {
    asio::post(io_, [] {});
  }
  bool may_wake() const override { return true; }

 private:
  asio::io_context& io_;
  /// Else it would stop when it has nothing to do.
  asio::executor_work_guard<asio::io_context::executor_type> work_;
};
