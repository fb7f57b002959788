#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <vector>

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
