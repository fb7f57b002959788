#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "support/memory_loop.hpp"

using namespace asyncio;

namespace {

Coro<void> awaits_later(Task<void>& other) {
  co_await yield_now();
  co_await other;
}

Coro<void> two_that_await_each_other(Task<void>& first, Task<void>& second) {
  first = create_task(awaits_later(second));
  second = create_task(awaits_later(first));
  co_await yield_now();
  co_await yield_now();
  format_call_graph(first);
}

Coro<void> awaits(AnyFuture next) { co_await next; }

Coro<void> a_row_of(std::size_t length, void (*check)(const AnyFuture&)) {
  const auto last = get_running_loop().create_future<void>();
  std::vector<Task<void>> row;
  for (AnyFuture next = last; row.size() < length; next = row.back()) row.push_back(create_task(awaits(next)));
  co_await yield_now();
  check(last);
  last.set_result();
  co_await row.back();
}

}  // namespace

TEST_CASE("The graph of tasks that await each other is refused") {
  Task<void> first;
  Task<void> second;
  CHECK_THROWS_AS(run(two_that_await_each_other(first, second)), RecursionError);
}

TEST_CASE("The graph of a row of waiters is as deep as Python's recursion, and no deeper") {
  run(a_row_of(900, [](const AnyFuture& last) {
    int depth = 0;
    const FutureCallGraph graph = capture_call_graph(last);
    for (const FutureCallGraph* at = &graph; !at->awaited_by.empty(); at = &at->awaited_by.front()) ++depth;
    CHECK(depth == 900);
  }));
  run(a_row_of(100'000, [](const AnyFuture& last) { CHECK_THROWS_AS(capture_call_graph(last), RecursionError); }));
}

namespace {

/// What is written to standard output while it lives.
class OutputCapture {
 public:
  OutputCapture() : before_(std::cout.rdbuf(text_.rdbuf())) {}
  OutputCapture(const OutputCapture&) = delete;
  OutputCapture& operator=(const OutputCapture&) = delete;
  ~OutputCapture() { std::cout.rdbuf(before_); }
  std::string text() const { return text_.str(); }

 private:
  std::ostringstream text_;
  std::streambuf* before_;
};

}  // namespace

TEST_CASE("In a callback there is no task to draw a graph of, as in CPython") {
  run_in_memory([]() -> Coro<void> {
    std::ostringstream out;
    bool empty = false;
    const auto look = [&] {
      empty = !asyncio::capture_call_graph().future && asyncio::format_call_graph().empty();
      asyncio::print_call_graph(out);
    };
    asyncio::get_running_loop().call_soon(look);
    co_await asyncio::yield_now();
    co_await asyncio::yield_now();
    CHECK(empty);
    CHECK(out.str() == "\n");
  }());
  CHECK_THROWS_AS(asyncio::capture_call_graph(), std::runtime_error);
}

TEST_CASE("A future's graph names those who were said to wait for it, until that is taken back") {
  run_in_memory([]() -> Coro<void> {
    auto& loop = asyncio::get_running_loop();
    const auto awaited = loop.create_future<void>();
    const auto first = loop.create_future<void>();
    const auto second = loop.create_future<void>();
    asyncio::future_add_to_awaited_by(awaited, first);
    asyncio::future_add_to_awaited_by(awaited, second);
    const std::string both = asyncio::format_call_graph(awaited);
    CHECK(both == "* Future()\n  + Awaited by:\n    * Future()\n    * Future()");
    asyncio::future_discard_from_awaited_by(awaited, first);
    const auto graph = asyncio::capture_call_graph(awaited);
    REQUIRE(graph.awaited_by.size() == 1);
    CHECK(graph.awaited_by.front().future == second);
    const OutputCapture output;
    asyncio::print_call_graph(awaited);
    CHECK(output.text() == "* Future()\n  + Awaited by:\n    * Future()\n");
    co_return;
  }());
}

TEST_CASE("A task's graph and its stack can be limited, down to nothing") {
  run_in_memory([]() -> Coro<void> {
    auto task = asyncio::create_task(asyncio::sleep(std::chrono::seconds(1)), {.name = "sleeper"});
    const auto fresh = task.get_stack();
    CHECK(fresh.size() == 1);
    CHECK(task.get_stack(0).empty());
    const asyncio::GraphOptions no_stack{.limit = 0};
    const std::string text = asyncio::format_call_graph(task, no_stack);
    CHECK(text == "* Task(name='sleeper')");
    std::ostringstream out;
    task.print_stack(out, 0);
    CHECK(out.str().starts_with("No stack for <Task pending name='sleeper'"));
    task.cancel();
    co_await asyncio::wait(task);
    std::ostringstream after;
    task.print_stack(after);
    CHECK(after.str().starts_with("No stack for <Task cancelled name='sleeper'"));
    CHECK(task.get_stack().empty());
  }());
}

TEST_CASE("A task's stack names files, lines and functions, the innermost last") {
  run_in_memory([]() -> Coro<void> {
    const auto outer = []() -> Coro<void> {
      const auto inner = []() -> Coro<void> { co_await asyncio::sleep(std::chrono::seconds(1)); };
      co_await inner();
    };
    auto task = asyncio::create_task(outer(), {.name = "deep"});
    co_await asyncio::yield_now();
    std::ostringstream out;
    task.print_stack(out);
    const std::string text = out.str();
    CHECK(text.starts_with("Stack for <Task pending name='deep'"));
    CHECK(text.find("(most recent call last):\n  File \"") != std::string::npos);
    CHECK(text.find("call_graph_test.cpp\", line ") != std::string::npos);
    CHECK(task.get_stack().size() >= 2);
    CHECK(task.get_stack(1).size() == 1);
  }());
}
