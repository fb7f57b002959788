#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

#include "support/memory_loop.hpp"

using asyncio::Coro;

namespace {

asyncio::ContextVar<std::string> colour("colour", "none");

}  // namespace

TEST_CASE("A token stays good when somebody asks for the context that it was made in") {
  run_in_memory([]() -> Coro<void> {
    const auto child = []() -> Coro<void> {
      const auto token = colour.set("red");
      const asyncio::Context own = asyncio::current_task().get_context();
      CHECK(own.get(colour) == "red");
      const auto second = colour.set("green");
      CHECK(own.get(colour) == "green");
      co_await asyncio::yield_now();
      CHECK_NOTHROW(colour.reset(second));
      CHECK(colour.get() == "red");
      CHECK_NOTHROW(colour.reset(token));
      CHECK(colour.get() == "none");
    };
    co_await asyncio::create_task(child());
  }());
}

TEST_CASE("A token stays good when another task asks for its context, and is of no use there") {
  run_in_memory([]() -> Coro<void> {
    std::optional<asyncio::Token<std::string>> kept;
    const auto child = [&]() -> Coro<void> {
      kept = colour.set("red");
      co_await asyncio::yield_now();
      co_await asyncio::yield_now();
      CHECK_NOTHROW(colour.reset(*kept));
      CHECK(colour.get() == "none");
    };
    auto task = asyncio::create_task(child());
    co_await asyncio::yield_now();
    CHECK(task.get_context().get(colour) == "red");
    CHECK_THROWS_AS(colour.reset(*kept), std::invalid_argument);
    const auto intruder = [&]() -> Coro<void> {
      colour.set("blue");
      CHECK_THROWS_AS(colour.reset(*kept), std::invalid_argument);
      co_return;
    };
    co_await asyncio::create_task(intruder());
    co_await task;
  }());
}

TEST_CASE("A context stays current when what runs inside of it asks for it") {
  run_in_memory([]() -> Coro<void> {
    const auto child = []() -> Coro<void> {
      const auto by_run = []() -> Coro<void> {
        asyncio::Context other;
        other.run([] { CHECK_THROWS_AS(asyncio::current_task().get_context().get(colour), std::out_of_range); });
        colour.set("red");
        CHECK(asyncio::current_task().get_context().get(colour) == "red");
        co_return;
      };
      co_await asyncio::create_task(by_run());
      const auto by_eager_task = []() -> Coro<void> {
        const auto inner = [](asyncio::AnyTask outer) -> Coro<void> {
          CHECK(colour.get() == "none");
          CHECK_THROWS_AS(outer.get_context().get(colour), std::out_of_range);
          co_return;
        };
        co_await asyncio::create_task(inner(asyncio::current_task()), {.eager_start = true});
        colour.set("green");
        CHECK(asyncio::current_task().get_context().get(colour) == "green");
      };
      co_await asyncio::create_task(by_eager_task());
    };
    co_await asyncio::create_task(child());
  }());
}

TEST_CASE("A variable without a default says that it has no value, and gives the fallback") {
  static asyncio::ContextVar<int> size("size");
  CHECK_THROWS_AS(size.get(), std::out_of_range);
  CHECK(size.get(3) == 3);
  asyncio::Context context;
  CHECK_THROWS_AS(context.get(size), std::out_of_range);
  const auto token = context.run([] {
    const auto made = size.set(4);
    CHECK(size.get(3) == 4);
    CHECK_FALSE(made.old_value());
    CHECK(colour.get("fallback") == "fallback");
    return made;
  });
  CHECK(context.get(size) == 4);
  CHECK_THROWS_AS(size.reset(token), std::invalid_argument);
  context.run([&] {
    size.reset(token);
    CHECK_THROWS_AS(size.get(), std::out_of_range);
  });
}
