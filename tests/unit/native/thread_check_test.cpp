#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <thread>

#include "../support/log_capture.hpp"

using asyncio::Coro;

namespace {

/// What call_soon() of another thread's loop says.
std::string complaint(asyncio::EventLoop& loop) {
  std::string said;
  std::thread([&] {
    try {
      loop.call_soon([] {});
    } catch (const std::runtime_error& error) {
      said = error.what();
    }
  }).join();
  return said;
}

Coro<std::string> call_from_elsewhere() { co_return complaint(asyncio::get_running_loop()); }

}  // namespace

TEST_CASE("in debug mode call_soon() from another thread is refused") {
  const std::string said = asyncio::run(call_from_elsewhere(), {.debug = true});
  CHECK(said.starts_with("Non-thread-safe operation invoked on an event loop other than the current one"));
}

TEST_CASE("in debug mode a future that is set, or cancelled, on another thread is refused") {
  asyncio::run(
      []() -> Coro<void> {
        auto future = asyncio::get_running_loop().create_future<int>();
        auto task = asyncio::create_task(asyncio::sleep(std::chrono::hours(1)));
        co_await asyncio::sleep(std::chrono::milliseconds(0));
        std::thread([&] {
          CHECK_THROWS_AS(future.set_result(1), std::runtime_error);
          CHECK_THROWS_AS(future.set_exception(std::out_of_range("")), std::runtime_error);
          CHECK_THROWS_AS(future.cancel(), std::runtime_error);
          CHECK_THROWS_AS(task.cancel(), std::runtime_error);
        }).join();
        CHECK_FALSE(future.done());
        CHECK(task.cancelling() == 0);
      }(),
      {.debug = true});
}

TEST_CASE("in debug mode a task that another thread wakes is told of") {
  LogCapture log;
  asyncio::run(
      []() -> Coro<void> {
        asyncio::Event event;
        auto task = asyncio::create_task(event.wait(), {.name = "waiting"});
        co_await asyncio::sleep(std::chrono::milliseconds(0));
        std::thread([&] { event.set(); }).join();
        co_await task;
      }(),
      {.debug = true});
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0].starts_with("Task 'waiting' is woken from a thread that is not its loop's"));
}
