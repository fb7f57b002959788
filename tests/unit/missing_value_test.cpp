#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <stdexcept>
#include <string>

using namespace asyncio;
using Catch::Matchers::Message;

// Clang warns of what is tested here.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wreturn-type"

namespace {

Coro<std::string> lacks_its_co_return(bool returns) {
  co_await yield_now();
  if (returns) co_return "value";
}

Coro<int&> lacks_its_reference() { co_await yield_now(); }

}  // namespace

#pragma GCC diagnostic pop

namespace {

struct ThrowsWhenItDies {
  ThrowsWhenItDies() = default;
  ThrowsWhenItDies(const ThrowsWhenItDies&) = delete;
  ThrowsWhenItDies& operator=(const ThrowsWhenItDies&) = delete;
  ~ThrowsWhenItDies() noexcept(false) { throw std::runtime_error("died"); }
};

Coro<std::string> fails_after_its_co_return() {
  const ThrowsWhenItDies local;
  co_return std::string(1000, 'x');
}

const std::string missing = "coroutine 'lacks_its_co_return' ended without a value: it lacks a co_return";

}  // namespace

TEST_CASE("A coroutine that ends without its value fails, and says that it lacks a co_return") {
  run([]() -> Coro<void> {
    CHECK(co_await lacks_its_co_return(true) == "value");
    const auto result = co_await capture(lacks_its_co_return(false));
    CHECK_THROWS_MATCHES(result.value(), std::logic_error, Message(missing));
    const auto reference = co_await capture(lacks_its_reference());
    CHECK_THROWS_AS(reference.value(), std::logic_error);
  }());
}

TEST_CASE("A task whose coroutine ends without its value fails") {
  run([]() -> Coro<void> {
    auto task = create_task(lacks_its_co_return(false));
    co_await wait(task);
    CHECK_THROWS_MATCHES(std::rethrow_exception(task.exception()), std::logic_error, Message(missing));
  }());
}

TEST_CASE("The value of a task that was cancelled in its last step is lost") {
  run([]() -> Coro<void> {
    auto task = create_task([]() -> Coro<int> {
      current_task().cancel();
      co_return 1;
    }());
    co_await wait(task);
    CHECK(task.cancelled());
  }());
}

TEST_CASE("The error of a local's destructor takes the value back that was returned") {
  run([]() -> Coro<void> {
    const auto result = co_await capture(fails_after_its_co_return());
    CHECK_THROWS_MATCHES(result.value(), std::runtime_error, Message("died"));
    auto task = create_task(fails_after_its_co_return());
    co_await wait(task);
    CHECK_THROWS_MATCHES(std::rethrow_exception(task.exception()), std::runtime_error, Message("died"));
  }());
}
