#pragma once

#include <asyncio/event_loop.hpp>
#include <atomic>
#include <functional>
#include <memory>

/// What a toolkit whose own loop is in charge has to offer.
struct Toolkit {
  /// Runs its loop until quit() is called on its thread.
  std::function<void()> exec;
  std::function<void()> quit;
  /// Calls a function on its thread, soon; may be called on any thread.
  std::function<void(std::function<void()>)> post;
  /// The same after a while; called on its own thread.
  std::function<void(asyncio::Duration, std::function<void()>)> post_after;
};

/// Lets asyncio be the guest of such a loop, which calls it whenever it has something to do.
class GuestHost : public asyncio::Host {
 public:
  explicit GuestHost(Toolkit toolkit) : toolkit_(std::move(toolkit)) {}

  asyncio::TimePoint now() override { return asyncio::TimePoint(std::chrono::steady_clock::now().time_since_epoch()); }
  /// It is the toolkit that waits.
  void poll(std::optional<asyncio::Duration>) override {}
  void wake() override {
    if (!posted_.exchange(true)) toolkit_.post(guarded([this] { turn(); }));
  }
  bool may_wake() const override { return true; }

  void drive(asyncio::EventLoop& loop) override {
    loop_ = &loop;
    wake();
    toolkit_.exec();
    loop_ = nullptr;
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
  }

 private:
  void turn() {
    posted_ = false;
    if (!loop_) return;
    try {
      if (!loop_->run_burst()) return toolkit_.quit();
    } catch (...) {
      // KeyboardInterrupt, SystemExit: not through the toolkit's frames.
      error_ = std::current_exception();
      return toolkit_.quit();
    }
    const auto delay = loop_->next_delay();
    if (!delay) return;
    if (*delay <= asyncio::Duration::zero()) return wake();
    // A turn too many does no harm.
    toolkit_.post_after(*delay, guarded([this] { turn(); }));
  }
  /// Nothing, once this host has gone.
  std::function<void()> guarded(std::function<void()> f) {
    return [alive = std::weak_ptr(alive_), f = std::move(f)] {
      if (!alive.expired()) f();
    };
  }

  Toolkit toolkit_;
  asyncio::EventLoop* loop_ = nullptr;
  std::exception_ptr error_;
  std::atomic<bool> posted_{false};
  std::shared_ptr<bool> alive_ = std::make_shared<bool>();
};
