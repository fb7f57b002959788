#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

/// Throws at the copy or move at which a countdown ends.
class Fragile {
 public:
  Fragile() { ++alive; }
  Fragile(const Fragile&) {
    count_down(copies_left);
    ++alive;
  }
  Fragile(Fragile&&) {
    count_down(moves_left);
    ++alive;
  }
  Fragile& operator=(const Fragile&) = delete;
  ~Fragile() { --alive; }

  static void reset() { copies_left = moves_left = -1; }
  inline static int copies_left = -1;
  inline static int moves_left = -1;
  inline static int alive = 0;

 private:
  static void count_down(int& left) {
    if (left >= 0 && left-- == 0) throw std::runtime_error("fragile");
  }
};

Coro<Fragile> make_fragile() { co_return Fragile(); }

/// Throws as it is made from a number.
struct Unmakeable {
  explicit Unmakeable(int) { throw std::runtime_error("unmakeable"); }
};

}  // namespace

TEST_CASE("set_result() whose value cannot be made leaves the future pending") {
  step_by_hand([](EventLoop& loop) {
    auto future = loop.create_future<Unmakeable>();
    bool called = false;
    future.add_done_callback([&] { called = true; });
    CHECK_THROWS_AS(future.set_result(1), std::runtime_error);
    CHECK_FALSE(future.done());
    run_until_idle(loop);
    CHECK_FALSE(called);
    future.set_exception(std::logic_error("instead"));
    run_until_idle(loop);
    CHECK(called);
    CHECK_THROWS_AS(future.result(), std::logic_error);
  });
}

TEST_CASE("set_result() whose value throws as it is moved leaves the future pending, and can be called again") {
  Fragile::reset();
  step_by_hand([](EventLoop& loop) {
    auto future = loop.create_future<Fragile>();
    Fragile::moves_left = 0;
    CHECK_THROWS_AS(future.set_result(Fragile()), std::runtime_error);
    CHECK_FALSE(future.done());
    future.set_result(Fragile());
    CHECK(future.done());
  });
  CHECK(Fragile::alive == 0);
}

TEST_CASE("A value that throws as it is returned is the coroutine's error, at whichever move it throws") {
  for (int moves = 0; moves < 3; ++moves) {
    auto outer = [moves]() -> Coro<void> {
      Fragile::reset();
      Fragile::moves_left = moves;
      int failures = 0;
      try {
        auto value = co_await make_fragile();
      } catch (const std::runtime_error&) {
        ++failures;
      }
      CHECK(failures == (Fragile::moves_left < 0 ? 1 : 0));
    };
    run(outer());
    CHECK(Fragile::alive == 0);
  }
  Fragile::reset();
}

TEST_CASE("A value that throws as a task returns it is the task's error") {
  auto outer = []() -> Coro<void> {
    Fragile::reset();
    Fragile::moves_left = 0;
    auto task = create_task(make_fragile());
    co_await asyncio::wait(task);
    CHECK(task.exception() != nullptr);
  };
  run(outer());
  CHECK(Fragile::alive == 0);
}

TEST_CASE("A result that throws as it is copied for a gathering is the gathering's error") {
  auto outer = []() -> Coro<void> {
    Fragile::reset();
    auto task = create_task(make_fragile());
    auto gathering = gather(task, yield_now());
    Fragile::copies_left = 0;
    std::exception_ptr error;
    try {
      co_await gathering;
    } catch (...) {
      error = std::current_exception();
    }
    Fragile::reset();
    CHECK(detail::what(error) == "fragile");
    CHECK(task.exception() == nullptr);
  };
  run(outer(), {.clock = virtual_clock});
  CHECK(Fragile::alive == 0);
}

TEST_CASE("A result that throws as it is copied for a gathering of done tasks is the gathering's error") {
  auto outer = []() -> Coro<void> {
    Fragile::reset();
    auto task = create_task(make_fragile());
    co_await asyncio::wait(task);
    Fragile::copies_left = 0;
    auto gathering = gather(return_exceptions, task);
    Fragile::reset();
    std::exception_ptr error;
    try {
      co_await gathering;
    } catch (...) {
      error = std::current_exception();
    }
    CHECK(detail::what(error) == "fragile");
  };
  run(outer(), {.clock = virtual_clock});
  CHECK(Fragile::alive == 0);
}

TEST_CASE("A result that throws as it is copied for a shield is the shield's error") {
  auto outer = []() -> Coro<void> {
    Fragile::reset();
    auto task = create_task(make_fragile());
    auto shielded = shield(task);
    Fragile::copies_left = 0;
    std::exception_ptr error;
    try {
      co_await shielded;
    } catch (...) {
      error = std::current_exception();
    }
    Fragile::reset();
    CHECK(detail::what(error) == "fragile");
    CHECK(task.exception() == nullptr);
  };
  run(outer(), {.clock = virtual_clock});
  CHECK(Fragile::alive == 0);
}

TEST_CASE("An item that throws as it is put leaves the queue as it was, at whichever move it throws") {
  for (int moves = 0; moves < 3; ++moves) {
    auto outer = [moves]() -> Coro<void> {
      Fragile::reset();
      Queue<Fragile> queue(1);
      Fragile::moves_left = moves;
      bool failed = false;
      try {
        co_await queue.put(Fragile());
      } catch (const std::runtime_error&) {
        failed = true;
      }
      Fragile::reset();
      CHECK(failed);
      CHECK(queue.empty());
      co_await queue.put(Fragile());
      CHECK(queue.full());
    };
    run(outer());
    CHECK(Fragile::alive == 0);
  }
}

TEST_CASE("wait_for() and capture() pass on what throws on the way out") {
  for (int moves = 0; moves < 6; ++moves) {
    auto outer = [moves]() -> Coro<void> {
      Fragile::reset();
      Fragile::moves_left = moves;
      int failures = 0;
      try {
        auto value = co_await wait_for(make_fragile(), 1s);
      } catch (const std::runtime_error&) {
        ++failures;
      }
      CHECK(failures == (Fragile::moves_left < 0 ? 1 : 0));
    };
    run(outer(), {.clock = virtual_clock});
    CHECK(Fragile::alive == 0);
  }
  Fragile::reset();
}
