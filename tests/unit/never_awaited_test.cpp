#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/live.hpp"
#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;

constexpr int line_of_fetch_page = __LINE__ + 1;
static Coro<int> fetch_page(Live) { co_return 1; }

namespace {
using Lines = std::vector<std::string>;
const Lines fetch_report{"never_awaited_test.cpp:" + std::to_string(line_of_fetch_page) +
                         ": RuntimeWarning: coroutine 'fetch_page' was never awaited"};
}  // namespace

TEST_CASE("A coroutine that is dropped is reported once, with its name and its line") {
  LogCapture log;
  {
    auto dropped = fetch_page(Live());
  }
  CHECK(log.lines() == fetch_report);
  CHECK(Live::count() == 0);
}

TEST_CASE("A coroutine that was moved about is reported once") {
  LogCapture log;
  {
    auto first = fetch_page(Live());
    auto second = std::move(first);
    std::vector<Coro<int>> kept;
    kept.push_back(std::move(second));
  }
  CHECK(log.lines() == fetch_report);
}

TEST_CASE("A coroutine that is closed is not reported") {
  LogCapture log;
  {
    auto closed = fetch_page(Live());
    closed.close();
    closed.close();
  }
  CHECK(log.lines().empty());
}

TEST_CASE("An empty coroutine object is not reported") {
  LogCapture log;
  {
    Coro<int> empty;
  }
  CHECK(log.lines().empty());
}

TEST_CASE("A coroutine that was awaited, or became a task, is not reported") {
  LogCapture log;
  auto outer = []() -> Coro<void> {
    co_await fetch_page(Live());
    auto awaited = fetch_page(Live());
    co_await awaited;
    co_await create_task(fetch_page(Live()));
  };
  run(outer());
  CHECK(log.lines().empty());
}

TEST_CASE("A coroutine that a task was to run, but which was cancelled before it started, is not reported") {
  LogCapture log;
  step_by_hand([](EventLoop& loop) {
    loop.create_task(fetch_page(Live())).cancel();
    run_until_idle(loop);
  });
  CHECK(log.lines().empty());
}

TEST_CASE("A coroutine that could not be made a task is closed without a report") {
  LogCapture log;
  CHECK_THROWS_AS(create_task(fetch_page(Live())), std::runtime_error);
  EventLoop loop(virtual_clock);
  loop.close();
  CHECK_THROWS_AS(loop.create_task(fetch_page(Live())), std::runtime_error);
  CHECK_THROWS_AS(loop.run_until_complete(fetch_page(Live())), std::runtime_error);
  TaskGroup group;
  CHECK_THROWS_AS(group.create_task(fetch_page(Live())), std::runtime_error);
  CHECK(log.lines().empty());
  CHECK(Live::count() == 0);
}

TEST_CASE("Overwriting a coroutine that was not awaited reports it when its new owner goes") {
  LogCapture log;
  {
    auto first = fetch_page(Live());
    {
      auto second = fetch_page(Live());
      second.close();
      second = std::move(first);
      CHECK(log.lines().empty());
    }
    CHECK(log.lines() == fetch_report);
  }
  CHECK(log.lines().size() == 1);
}

TEST_CASE("An operation that was not awaited is reported once, by its name, whatever it was turned into") {
  LogCapture log;
  asyncio::Lock lock;
  {
    auto dropped = lock.acquire();
  }
  {
    const Coro<void> dropped = asyncio::sleep(std::chrono::seconds(1));
  }
  CHECK(log.lines() == std::vector<std::string>{"RuntimeWarning: coroutine 'Lock.acquire' was never awaited",
                                                "RuntimeWarning: coroutine 'sleep' was never awaited"});
  {
    Coro<bool> closed = lock.acquire();
    closed.close();
  }
  CHECK(log.lines().size() == 2);
}

TEST_CASE("An operation is awaited once") {
  asyncio::Lock lock;
  asyncio::run([](asyncio::Lock& shared) -> Coro<void> {
    auto acquire = shared.acquire();
    const bool acquired = co_await acquire;
    CHECK(acquired);
    CHECK_THROWS_AS(acquire.begin(), std::runtime_error);
  }(lock));
}

TEST_CASE("A report is a warning, and null restores the handler that was there before") {
  static std::vector<LogLevel> levels;
  using Function = void (*)(LogLevel, std::string_view);
  const Function handler = [](LogLevel level, std::string_view) { levels.push_back(level); };
  const LogHandler before = set_log_handler(handler);
  {
    auto dropped = fetch_page(Live());
  }
  const LogHandler ours = set_log_handler(nullptr);
  REQUIRE(ours.target<Function>());
  CHECK(*ours.target<Function>() == handler);
  set_log_handler(before);
  CHECK(levels == std::vector{LogLevel::warning});
}
