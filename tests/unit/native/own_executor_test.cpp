#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <deque>
#include <stdexcept>
#include <thread>

using asyncio::Coro;
using asyncio::Executor;
using asyncio::Work;

namespace {

/// Keeps the calls until the test makes or drops them.
class Waiting final : public Executor {
 public:
  void submit(Work work) override { calls.push_back(std::move(work)); }
  void shutdown(bool) override { calls.clear(); }
  std::deque<Work> calls;
};

class Refusing final : public Executor {
 public:
  void submit(Work) override { throw std::runtime_error("no room"); }
  void shutdown(bool) override {}
};

}  // namespace

TEST_CASE("A program's own executor makes the calls where it wants") {
  asyncio::run([]() -> Coro<void> {
    Waiting executor;
    auto& loop = asyncio::get_running_loop();
    auto sum = loop.run_in_executor(&executor, [](int a, int b) { return a + b; }, 1, 2);
    auto failing = loop.run_in_executor(&executor, [] { throw std::invalid_argument("bad"); });
    REQUIRE(executor.calls.size() == 2);
    std::thread([&executor] {
      for (Work& work : executor.calls) work();
    }).join();
    CHECK_FALSE(executor.calls.front());
    const int result = co_await sum;
    CHECK(result == 3);
    const auto failed = co_await asyncio::capture(failing);
    CHECK(failed.holds<std::invalid_argument>());
    CHECK_FALSE(failed.holds<std::out_of_range>());
  }());
}

TEST_CASE("A call that an executor drops cancels its future") {
  asyncio::run([]() -> Coro<void> {
    Waiting executor;
    auto dropped = asyncio::get_running_loop().run_in_executor(&executor, [] { return 1; });
    executor.shutdown(true);
    co_await asyncio::wait(dropped);
    CHECK(dropped.cancelled());
  }());
}

TEST_CASE("What an executor throws comes out of run_in_executor()") {
  asyncio::run([]() -> Coro<void> {
    Refusing executor;
    auto& loop = asyncio::get_running_loop();
    CHECK_THROWS_WITH(loop.run_in_executor(&executor, [] {}), "no room");
    co_await asyncio::sleep(std::chrono::seconds(0));
  }());
}
