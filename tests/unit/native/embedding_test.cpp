// The hosts of docs/other-loops.md.
#ifdef __linux__
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "../../../docs/examples/embedding/epoll_host.hpp"
#include "../../../docs/examples/embedding/guest_host.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

/// Sleeps, hears of a thread, and is told by something outside of asyncio. \param ask sets the future when it likes
Coro<std::string> live(std::function<void(asyncio::Future<int>)> ask) {
  co_await asyncio::sleep(2ms);
  auto from_thread = asyncio::get_running_loop().create_future<int>();
  std::thread thread([completer = asyncio::Completer(from_thread)]() mutable { completer.set_result(1); });
  int sum = co_await from_thread;
  thread.join();
  auto from_outside = asyncio::get_running_loop().create_future<int>();
  ask(from_outside);
  sum += co_await from_outside;
  co_return std::to_string(sum);
}

}  // namespace

TEST_CASE("A plain epoll loop hosts asyncio") {
  EpollLoop outer;
  int pipe[2];
  REQUIRE(::pipe(pipe) == 0);
  {
    asyncio::EventLoop loop(std::make_unique<EpollHost>(outer));
    const auto ask = [&](asyncio::Future<int> future) {
      outer.add(pipe[0], [&outer, &pipe, future] {
        outer.remove(pipe[0]);
        future.set_result(2);
      });
      REQUIRE(::write(pipe[1], "x", 1) == 1);
    };
    CHECK(loop.run_until_complete(live(ask)) == "3");
  }
  ::close(pipe[0]);
  ::close(pipe[1]);
}

namespace {

/// A toolkit in charge: a queue of functions and of timers over the loop above.
class SmallToolkit {
 public:
  Toolkit offer() {
    return {[this] { exec(); }, [this] { quit_ = true; },
            [this](std::function<void()> f) {
              const std::lock_guard lock(mutex_);
              posted_.push_back(std::move(f));
              changed_.notify_one();
            },
            [this](asyncio::Duration delay, std::function<void()> f) {
              timers_.emplace(std::chrono::steady_clock::now() + delay, std::move(f));
            }};
  }

 private:
  void exec() {
    quit_ = false;
    while (!quit_) next()();
  }
  std::function<void()> next() {
    std::unique_lock lock(mutex_);
    for (;;) {
      if (!posted_.empty()) {
        auto f = std::move(posted_.front());
        posted_.pop_front();
        return f;
      }
      if (timers_.empty()) {
        changed_.wait(lock);
      } else if (changed_.wait_until(lock, timers_.begin()->first) == std::cv_status::timeout) {
        return std::move(timers_.extract(timers_.begin()).mapped());
      }
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> posted_;
  std::multimap<std::chrono::steady_clock::time_point, std::function<void()>> timers_;
  bool quit_ = false;
};

}  // namespace

TEST_CASE("asyncio is the guest of a loop that is in charge") {
  SmallToolkit toolkit;
  const Toolkit offer = toolkit.offer();
  asyncio::EventLoop loop(std::make_unique<GuestHost>(offer));
  const auto ask = [&](asyncio::Future<int> future) {
    auto completer = std::make_shared<asyncio::Completer<int>>(future);
    offer.post_after(2ms, [completer] { completer->set_result(2); });
  };
  CHECK(loop.run_until_complete(live(ask)) == "3");
  const auto leaves = []() -> Coro<void> {
    co_await asyncio::sleep(1ms);
    throw asyncio::SystemExit(3);
  };
  CHECK_THROWS_AS(loop.run_until_complete(leaves()), asyncio::SystemExit);
}

#if __has_include(<asio/io_context.hpp>)
#include <asio/steady_timer.hpp>

#include "../../../docs/examples/embedding/asio_host.hpp"

TEST_CASE("An io_context of Asio hosts asyncio") {
  asio::io_context io;
  asyncio::EventLoop loop(std::make_unique<AsioHost>(io));
  asio::steady_timer timer(io);
  const auto ask = [&](asyncio::Future<int> future) {
    timer.expires_after(2ms);
    timer.async_wait([future](const asio::error_code&) { future.set_result(2); });
  };
  CHECK(loop.run_until_complete(live(ask)) == "3");
}
#else
TEST_CASE("An io_context of Asio hosts asyncio") { SKIP("there is no Asio here: Debian's libasio-dev"); }
#endif
#endif
