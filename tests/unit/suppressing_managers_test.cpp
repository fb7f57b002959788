#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/memory_loop.hpp"

using asyncio::AsyncExitStack;
using asyncio::Coro;

namespace {

using Log = std::vector<std::string>;

/// Writes down what leaves it, and lets it pass or not.
class Door {
 public:
  // A constructor, because g++ 12 copies an aggregate in a co_await expression bit by bit.
  Door(Log& log, std::string name, bool suppresses = false, bool breaks = false)
      : log_(&log), name_(std::move(name)), suppresses_(suppresses), breaks_(breaks) {}

  Coro<void> aenter() { co_return; }
  Coro<bool> aexit(std::exception_ptr error) {
    log_->push_back(name_ + ": " + (error ? asyncio::detail::what(error) : "nothing"));
    if (breaks_) throw std::runtime_error(name_ + " is broken");
    return leave(suppresses_);
  }

 private:
  static Coro<bool> leave(bool suppresses) { co_return suppresses; }

  Log* log_;
  std::string name_;
  bool suppresses_;
  bool breaks_;
};

struct NoDefault {
  explicit NoDefault(int n) : number(n) {}
  int number;
};

}  // namespace

TEST_CASE("A body whose error is suppressed gives a default value, if its type has one") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    const auto fails = []() -> Coro<int> {
      throw std::logic_error("bug");
      co_return 1;
    };
    const int none = co_await asyncio::with(Door(out, "door", true), fails);
    CHECK(none == 0);
    const auto returns = []() -> Coro<int> { co_return 1; };
    const int one = co_await asyncio::with(Door(out, "door", true), returns);
    CHECK(one == 1);
    const auto cannot = []() -> Coro<NoDefault> {
      throw std::logic_error("bug");
      co_return NoDefault(1);
    };
    const auto nothing = co_await asyncio::capture(asyncio::with(Door(out, "door", true), cannot));
    CHECK(asyncio::detail::what(nothing.exception()) ==
          "with(): the context manager suppressed the exception, so there is no value to return");
    const auto can = []() -> Coro<NoDefault> { co_return NoDefault(2); };
    const NoDefault two = co_await asyncio::with(Door(out, "door", true), can);
    CHECK(two.number == 2);
  }(log));
  CHECK(log == Log{"door: bug", "door: nothing", "door: bug", "door: nothing"});
}

TEST_CASE("A stack hides from the outer managers what an inner one suppresses, and tells them what one breaks by") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    const auto body = [&](AsyncExitStack& stack) -> Coro<void> {
      co_await stack.enter(Door(out, "outer"));
      co_await stack.enter(Door(out, "middle", true));
      co_await stack.enter(Door(out, "inner", false, true));
      throw std::logic_error("bug");
    };
    co_await asyncio::with(AsyncExitStack(), body);
  }(log));
  CHECK(log == Log{"inner: bug", "middle: inner is broken", "outer: nothing"});
}

TEST_CASE("A stack that was never entered can be closed, and one that breaks says why") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    AsyncExitStack stack;
    co_await stack.enter(Door(out, "door"));
    stack.push_async_callback([&]() -> Coro<void> {
      out.push_back("callback");
      co_return;
    });
    co_await stack.aclose();
    co_await stack.aclose();
    co_await stack.enter(Door(out, "broken", false, true));
    const auto closed = co_await asyncio::capture(stack.aclose());
    CHECK(asyncio::detail::what(closed.exception()) == "broken is broken");
  }(log));
  CHECK(log == Log{"callback", "door: nothing", "broken: nothing"});
}
