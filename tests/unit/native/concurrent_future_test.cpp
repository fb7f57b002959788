#include <asyncio/asyncio.hpp>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <future>
#include <optional>
#include <thread>

#include "../support/log_capture.hpp"

using asyncio::Coro;
using namespace std::chrono_literals;

namespace {

Coro<void> sleeps_and_notes(std::atomic<int>& cancelled) {
  try {
    co_await asyncio::sleep(1h);
  } catch (const asyncio::CancelledError&) {
    ++cancelled;
    throw;
  }
}

Coro<int> answer() {
  co_await asyncio::sleep(1ms);
  co_return 42;
}

/// A loop that runs on a thread of its own.
class Elsewhere {
 public:
  Elsewhere() : thread_([this] { loop_.run_forever(); }) {}
  ~Elsewhere() {
    loop_.call_soon_threadsafe([this] { loop_.stop(); });
    thread_.join();
  }
  asyncio::EventLoop& loop() { return loop_; }

 private:
  asyncio::EventLoop loop_;
  std::thread thread_;
};

}  // namespace

TEST_CASE("What run_coroutine_threadsafe() gives can be waited for, for some time") {
  Elsewhere elsewhere;
  auto future = asyncio::run_coroutine_threadsafe(answer(), elsewhere.loop());
  CHECK(future.result(10s) == 42);
  CHECK(future.done());
  CHECK_FALSE(future.cancel());
  std::atomic<int> cancelled{0};
  auto slow = asyncio::run_coroutine_threadsafe(sleeps_and_notes(cancelled), elsewhere.loop());
  // Later than what it hands in: the task has begun. A cancelled one that has not would never begin.
  asyncio::run_coroutine_threadsafe(asyncio::sleep(1ms), elsewhere.loop()).result();
  CHECK_THROWS_AS(slow.result(1ms), asyncio::TimeoutError);
  CHECK_FALSE(slow.done());
  CHECK(slow.cancel());
  CHECK(slow.done());
  CHECK_THROWS_AS(slow.result(), asyncio::CancelledError);
  // The cancellation was handed in before.
  asyncio::run_coroutine_threadsafe(asyncio::sleep(2ms), elsewhere.loop()).result();
  CHECK(cancelled == 1);
}

TEST_CASE("It can be cancelled before the task is made") {
  asyncio::EventLoop loop;
  std::atomic<int> cancelled{0};
  auto future = asyncio::run_coroutine_threadsafe(sleeps_and_notes(cancelled), loop);
  CHECK(future.cancel());
  CHECK(future.cancelled());
  CHECK(future.cancel());
  loop.run_until_complete(asyncio::sleep(1ms));
  CHECK(asyncio::all_tasks(loop).empty());
  CHECK(cancelled == 0);
}

TEST_CASE("A loop that is closed before leaves a broken promise") {
  const LogCapture log;
  std::optional<asyncio::ConcurrentFuture<void>> waiting;
  std::optional<asyncio::ConcurrentFuture<void>> not_begun;
  std::atomic<int> cancelled{0};
  {
    asyncio::EventLoop loop;
    waiting = asyncio::run_coroutine_threadsafe(sleeps_and_notes(cancelled), loop);
    loop.run_until_complete(asyncio::sleep(1ms));
    not_begun = asyncio::run_coroutine_threadsafe(sleeps_and_notes(cancelled), loop);
  }
  CHECK_THROWS_AS(waiting->result(), std::future_error);
  CHECK_THROWS_AS(not_begun->result(), std::future_error);
}

TEST_CASE("To wait for it on the loop's own thread is refused") {
  asyncio::run([]() -> Coro<void> {
    auto future = asyncio::run_coroutine_threadsafe(answer(), asyncio::get_running_loop());
    CHECK_THROWS_AS(future.result(), std::runtime_error);
    const int got = co_await asyncio::wrap_future(std::move(future));
    CHECK(got == 42);
  }());
}

TEST_CASE("wrap_future() awaits what another loop does, and its cancellation goes there") {
  Elsewhere elsewhere;
  std::atomic<int> cancelled{0};
  asyncio::run([](asyncio::EventLoop& other, std::atomic<int>& count) -> Coro<void> {
    auto wrapped = asyncio::wrap_future(asyncio::run_coroutine_threadsafe(answer(), other));
    const int got = co_await wrapped;
    CHECK(got == 42);
    auto slow = asyncio::wrap_future(asyncio::run_coroutine_threadsafe(sleeps_and_notes(count), other));
    auto fails = []() -> Coro<int> {
      co_await asyncio::sleep(0ms);
      throw std::out_of_range("far");
    };
    auto failing = asyncio::wrap_future(asyncio::run_coroutine_threadsafe(fails(), other));
    const auto failed = co_await asyncio::capture(failing);
    CHECK(failed.holds<std::out_of_range>());
    slow.cancel();
    co_await asyncio::sleep(1ms);
    co_await asyncio::wrap_future(asyncio::run_coroutine_threadsafe(asyncio::sleep(1ms), other));
  }(elsewhere.loop(), cancelled));
  CHECK(cancelled == 1);
}

TEST_CASE("wrap_future() awaits a std::future, by a thread") {
  asyncio::run([]() -> Coro<void> {
    std::promise<std::string> promise;
    auto wrapped = asyncio::wrap_future(promise.get_future());
    promise.set_value("done");
    const std::string got = co_await wrapped;
    CHECK(got == "done");
    CHECK_THROWS_AS(asyncio::wrap_future(asyncio::ConcurrentFuture<int>()), std::future_error);
    auto own = asyncio::get_running_loop().create_future<int>();
    CHECK(asyncio::wrap_future(own) == own);
  }());
}

TEST_CASE("What run_coroutine_threadsafe() gives is a std::future") {
  Elsewhere elsewhere;
  std::future<int> future = asyncio::run_coroutine_threadsafe(answer(), elsewhere.loop());
  CHECK(future.get() == 42);
}
