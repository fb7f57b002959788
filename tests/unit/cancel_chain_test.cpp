#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>
#include <vector>

#include "support/log_capture.hpp"
#include "support/memory_loop.hpp"

using asyncio::Coro;
using asyncio::Task;
using namespace std::chrono_literals;

namespace {

Coro<void> await_other(std::optional<Task<void>>& other) { co_await *other; }

/// Two tasks that await each other, of which one is cancelled.
Coro<void> cancel_in_a_circle(std::optional<Task<void>>& first, std::optional<Task<void>>& second) {
  first = asyncio::create_task(await_other(second));
  second = asyncio::create_task(await_other(first));
  co_await asyncio::yield_now();
  first->cancel();
}

}  // namespace

TEST_CASE("Cancelling a task of a circle of tasks that await each other is an error, and ends") {
  std::optional<Task<void>> first, second;
  std::string said;
  try {
    asyncio::run(cancel_in_a_circle(first, second));
  } catch (const std::runtime_error& error) {
    said = error.what();
  }
  CHECK(said.starts_with("tasks await each other in a circle"));
}

namespace {

Coro<void> gather_other(std::optional<Task<void>>& other) {
  const std::vector<Task<void>> tasks{*other};
  co_await asyncio::gather(asyncio::gather(tasks), asyncio::sleep(1h));
}

std::string refusal_of_cancelling(const Task<void>& task) {
  try {
    task.cancel();
  } catch (const asyncio::RecursionError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("Cancelling a task of a circle that leads through gatherings is an error, too, and can be caught") {
  std::optional<Task<void>> first, second;
  const LogCapture log;
  const auto main = [&]() -> Coro<void> {
    first = asyncio::create_task(gather_other(second), {.name = "first"});
    second = asyncio::create_task(gather_other(first), {.name = "second"});
    co_await asyncio::yield_now();
    for (int again = 0; again < 2; ++again)
      CHECK(refusal_of_cancelling(*first).starts_with("tasks await each other in a circle: <Task"));
  };
  // The end of run() asks them, too.
  CHECK_THROWS_AS(run_in_memory(main()), asyncio::RecursionError);
}

TEST_CASE("A task that waits in a circle as a cancellation is due is told of, and nothing else happens") {
  std::optional<Task<void>> first, second;
  LogCapture log;
  const auto main = [&]() -> Coro<void> {
    const auto cancels_itself = [&]() -> Coro<void> {
      co_await asyncio::yield_now();
      asyncio::current_task().cancel();
      co_await *first;
    };
    second = asyncio::create_task(cancels_itself());
    first = asyncio::create_task(await_other(second));
    co_await asyncio::yield_now();
    co_await asyncio::yield_now();
    CHECK_FALSE(first->done());
  };
  CHECK_THROWS_AS(run_in_memory(main()), asyncio::RecursionError);
  REQUIRE_FALSE(log.lines().empty());
  CHECK(log.lines().front().find("tasks await each other in a circle") != std::string::npos);
}

namespace {

constexpr int hundred_thousand = 100'000;

/// Counts those who end by a cancellation.
Coro<void> await_counted(asyncio::AnyFuture next, int& cancelled) {
  try {
    co_await next;
  } catch (const asyncio::CancelledError&) {
    ++cancelled;
    throw;
  }
}

Coro<void> await_next_of(std::vector<Task<void>>& tasks, std::size_t next, int& cancelled) {
  const asyncio::AnyFuture end = asyncio::get_running_loop().create_future<void>();
  co_await await_counted(next < tasks.size() ? tasks[next] : end, cancelled);
}

Coro<void> gather_one(Task<void> next) {
  const std::vector<Task<void>> tasks{std::move(next)};
  co_await asyncio::gather(tasks);
}

}  // namespace

TEST_CASE("The end of run() cancels a hundred thousand tasks that await those before them, each once down the chain") {
  int cancelled = 0;
  run_in_memory([](int& count) -> Coro<void> {
    asyncio::AnyFuture next = asyncio::get_running_loop().create_future<void>();
    for (int i = 0; i < hundred_thousand; ++i) next = asyncio::create_task(await_counted(next, count));
    co_await asyncio::yield_now();
  }(cancelled));
  CHECK(cancelled == hundred_thousand);
}

TEST_CASE("The end of run() cancels a hundred thousand tasks that await those behind them, each once down the chain") {
  int cancelled = 0;
  std::vector<Task<void>> tasks;
  run_in_memory([](std::vector<Task<void>>& all, int& count) -> Coro<void> {
    for (std::size_t i = 0; i < hundred_thousand; ++i)
      all.push_back(asyncio::create_task(await_next_of(all, i + 1, count)));
    co_await asyncio::yield_now();
  }(tasks, cancelled));
  CHECK(cancelled == hundred_thousand);
}

TEST_CASE("A cancellation goes down a hundred thousand gatherings without growing the stack") {
  for (const bool by_the_end_of_run : {false, true}) {
    std::vector<Task<void>> tasks;
    run_in_memory([](std::vector<Task<void>>& all, bool leave_it) -> Coro<void> {
      all.push_back(asyncio::create_task(asyncio::sleep(1h)));
      for (int i = 1; i < hundred_thousand; ++i) all.push_back(asyncio::create_task(gather_one(all.back())));
      co_await asyncio::yield_now();
      if (leave_it) co_return;
      all.back().cancel();
      CHECK(all.front().cancelling() == 1);
      CHECK(all.back().cancelling() == 1);
      co_await asyncio::wait(all.back());
    }(tasks, by_the_end_of_run));
    CHECK(tasks.front().cancelled());
    CHECK(tasks.back().cancelled());
  }
}
