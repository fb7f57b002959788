// What g++ 12.2 miscompiles in a co_await expression, and how the library is used, or built, so that it does not
// matter.
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/live.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

Coro<int> number(int value) { co_return value; }

Coro<std::string> text(std::string value) {
  co_await yield_now();
  co_return value + "!";
}

Coro<int> count_live(Live, std::string) {
  co_await yield_now();
  co_return Live::count();
}

}  // namespace

// A non-trivial aggregate temporary in a co_await expression is copied bitwise: free(): invalid pointer.
static_assert(std::is_trivially_copyable_v<WaitOptions>);
static_assert(std::is_trivially_copyable_v<TaskOptions>);
static_assert(std::is_trivially_copyable_v<AsCompletedOptions>);

TEST_CASE("Options can be written in braces inside of a co_await expression") {
  auto outer = []() -> Coro<void> {
    auto task = create_task(number(1));
    std::vector<Task<int>> tasks(2, task);
    auto result = co_await asyncio::wait(tasks, {.timeout = 1s, .return_when = FIRST_COMPLETED});
    CHECK(result.done.size() == 1);
    const int value = co_await create_task(number(2), {.name = "a name that is too long for the small string"});
    CHECK(value == 2);
  };
  run(outer(), {.clock = virtual_clock});
}

// co_await f(std::vector{a, b}) is rejected: gather() and wait() take lists of arguments, too.
TEST_CASE("A list of awaitables needs no braces inside of a co_await expression") {
  auto outer = []() -> Coro<void> {
    auto both = co_await gather(number(1), number(2));
    CHECK(both == std::tuple(1, 2));
    auto a = create_task(number(1));
    auto b = create_task(number(2));
    auto result = co_await asyncio::wait(a, b);
    CHECK(result.done.size() == 2);
  };
  run(outer());
}

// co_await g(c ? x() : y()) with coroutine temporaries destroys them twice: the choice is made outside.
TEST_CASE("A choice between two coroutines is made before the co_await") {
  auto outer = []() -> Coro<void> {
    for (const bool choice : {true, false}) {
      auto chosen = choice ? text("x") : text("y");
      const std::string result = co_await std::move(chosen);
      CHECK(result == (choice ? "x!" : "y!"));
    }
  };
  run(outer());
}

// c ? co_await x() : co_await y() destroys a result twice that has a destructor.
TEST_CASE("A choice between two awaits is an if") {
  auto outer = []() -> Coro<void> {
    for (const bool choice : {true, false}) {
      std::string result;
      if (choice)
        result = co_await text(std::string(100, 'x'));
      else
        result = co_await text(std::string(100, 'y'));
      CHECK(result.front() == (choice ? 'x' : 'y'));
      // What has no destructor may be chosen so.
      const int value = choice ? co_await number(1) : co_await number(2);
      CHECK(value == (choice ? 1 : 2));
    }
  };
  run(outer());
}

// A lambda with non-trivial captures that is written inside of the co_await expression frees them twice.
TEST_CASE("A lambda that captures what is not trivial stands before the co_await") {
  auto outer = []() -> Coro<void> {
    const Live live;
    const std::string name(100, 'x');
    auto body = [live, name]() -> Coro<std::size_t> {
      co_await yield_now();
      co_return name.size();
    };
    const std::size_t size = co_await body();
    CHECK(size == 100);
  };
  run(outer());
  CHECK(Live::count() == 0);
}

TEST_CASE("A lambda that captures by reference may be written inside of the co_await expression") {
  auto outer = []() -> Coro<void> {
    std::string name(100, 'x');
    const std::size_t size = co_await [&]() -> Coro<std::size_t> {
      co_await yield_now();
      co_return name.size();
    }();
    CHECK(size == 100);
  };
  run(outer());
}

TEST_CASE("Temporaries that are arguments of an awaited coroutine are made once and destroyed once") {
  auto outer = []() -> Coro<void> {
    const int inside = co_await count_live(Live(), std::string(100, 'y'));
    CHECK(inside >= 1);
    CHECK(Live::count() == 0);
    const std::string joined = co_await text(std::string(50, 'a') + std::string(50, 'b'));
    CHECK(joined.size() == 101);
  };
  run(outer());
  CHECK(Live::count() == 0);
}

TEST_CASE("Two awaits in one expression are done from the left to the right") {
  auto outer = []() -> Coro<std::string> {
    std::string a = co_await text("a");
    a += co_await text("b");
    co_return a;
  };
  CHECK(run(outer()) == "a!b!");
}

TEST_CASE("A loop that retries in a handler outside of the co_await ends with the last try") {
  auto outer = []() -> Coro<int> {
    int tries = 0;
    auto work = [&]() -> Coro<int> {
      co_await yield_now();
      if (++tries < 3) throw std::runtime_error("not yet");
      co_return tries;
    };
    for (;;) {
      bool failed = false;
      try {
        co_return co_await work();
      } catch (const std::runtime_error&) {
        failed = true;
      }
      if (failed) co_await asyncio::sleep(1s);
    }
  };
  CHECK(run(outer(), {.clock = virtual_clock}) == 3);
}

TEST_CASE("A context manager and a body that are temporaries live until with() has left") {
  struct Manager {
    Live live;
    std::string name = std::string(100, 'm');
    Coro<std::string> aenter() { co_return name; }
    Coro<bool> aexit(std::exception_ptr) {
      co_await yield_now();
      co_return name.size() != 100;
    }
  };
  auto outer = []() -> Coro<void> {
    auto body = [live = Live()](std::string& name) -> Coro<std::size_t> {
      co_await yield_now();
      co_return name.size();
    };
    const std::size_t size = co_await with(Manager(), body);
    CHECK(size == 100);
  };
  run(outer());
  CHECK(Live::count() == 0);
}
