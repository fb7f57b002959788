#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

using asyncio::Coro;
using asyncio::Task;

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
