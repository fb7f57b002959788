#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using asyncio::Coro;

namespace {

Coro<int> give(int value, asyncio::Duration after) {
  co_await asyncio::sleep(after);
  co_return value;
}

/// Awaited as Python's `__await__` is.
struct Answer {
  Coro<int> operator co_await() const { return give(42, 0s); }
};

Coro<std::size_t> frames_from_helper(int depth) {
  co_await asyncio::sleep(0s);
  co_return asyncio::capture_call_graph({}, {.depth = depth}).call_stack.size();
}

}  // namespace

TEST_CASE("wait() of a list takes options, first or last") {
  asyncio::run(
      []() -> Coro<void> {
        auto quick = asyncio::create_task(give(1, 1s));
        auto slow = asyncio::create_task(give(2, 1h));
        const auto first = co_await asyncio::wait({.return_when = asyncio::FIRST_COMPLETED}, quick, slow);
        CHECK(first.done == std::vector{quick});
        const auto last = co_await asyncio::wait(quick, slow, {.timeout = 1s});
        CHECK(last.pending == std::vector{slow});
        const auto one = co_await asyncio::wait(slow, {.timeout = 0s});
        CHECK(one.pending.size() == 1);
        const auto mixed =
            co_await asyncio::wait(quick, slow, asyncio::get_running_loop().create_future<void>(), {.timeout = 1s});
        CHECK(mixed.pending.size() == 2);
        slow.cancel();
      }(),
      {.clock = asyncio::virtual_clock});
}

TEST_CASE("A runner runs whatever can be awaited") {
  asyncio::Runner runner({.clock = asyncio::virtual_clock});
  auto future = runner.get_loop().create_future<std::string>();
  runner.get_loop().call_soon([future] { future.set_result("future"); });
  CHECK(runner.run(future) == "future");
  auto task = runner.get_loop().create_task(give(7, 1s));
  CHECK(runner.run(task) == 7);
  CHECK(runner.run(asyncio::sleep(1s, 8)) == 8);
  CHECK(runner.run(Answer()) == 42);
  CHECK(asyncio::run(Answer(), {.clock = asyncio::virtual_clock}) == 42);
}

TEST_CASE("A call graph leaves out the callers that ask for it") {
  asyncio::run([]() -> Coro<void> {
    const std::size_t all = co_await frames_from_helper(1);
    CHECK(all == 2);
    const std::size_t without_helper = co_await frames_from_helper(2);
    CHECK(without_helper == 1);
    const std::size_t none = co_await frames_from_helper(9);
    CHECK(none == 0);
    auto other = asyncio::create_task(frames_from_helper(1));
    co_await asyncio::yield_now();
    // Of another task there is nothing to leave out.
    CHECK(asyncio::capture_call_graph(other, {.depth = 2}).call_stack.size() == 1);
    co_await other;
  }());
}

TEST_CASE("A result says what kind of exception it holds") {
  asyncio::run([]() -> Coro<void> {
    const auto good = co_await asyncio::capture(give(1, 0s));
    CHECK_FALSE(good.holds<std::exception>());
    const auto cancelled = co_await asyncio::capture([]() -> Coro<void> {
      throw asyncio::CancelledError();
      co_return;
    }());
    CHECK(cancelled.holds<asyncio::CancelledError>());
    CHECK_FALSE(cancelled.holds<std::exception>());
    const auto group = co_await asyncio::capture([]() -> Coro<void> {
      throw asyncio::ExceptionGroup("two", {std::make_exception_ptr(1)});
      co_return;
    }());
    CHECK(group.holds<asyncio::ExceptionGroup>());
    CHECK_FALSE(group.holds<std::runtime_error>());
  }());
}

TEST_CASE("A log handler may have a state") {
  std::vector<std::string> lines;
  const asyncio::LogHandler before =
      asyncio::set_log_handler([&lines](asyncio::LogLevel, std::string_view text) { lines.emplace_back(text); });
  asyncio::detail::log(asyncio::LogLevel::warning, "kept");
  asyncio::set_log_handler(before);
  CHECK(lines == std::vector<std::string>{"kept"});
}
