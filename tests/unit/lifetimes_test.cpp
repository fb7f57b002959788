#include <algorithm>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/live.hpp"
#include "support/log_capture.hpp"
#include "support/primitives.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;

namespace {

using Journal = std::vector<std::string>;

Coro<void> waits(Primitive& primitive, Live, Journal& journal, std::string name) {
  Live local;
  co_await primitive.wait();
  journal.push_back(name);
}

Coro<void> fails(Primitive& primitive, Live) {
  Live local;
  co_await primitive.wait();
  throw std::runtime_error("after the wait");
}

bool is_report_of_waits(const std::string& line) {
  return line.starts_with("Task was destroyed but it is pending!\n") && line.find("waits()") != std::string::npos;
}

/// Calls `test(loop, primitive)` for each kind of primitive, while a loop of its own is driven by hand, and then checks
/// that no frame has outlived the loop. \param pending how many of the test's own tasks are destroyed with the loop.
void for_each_primitive(const std::function<void(EventLoop&, Primitive&)>& test, int pending = 0) {
  for (const PrimitiveKind& kind : primitive_kinds()) {
    DYNAMIC_SECTION("with " << kind.name) {
      LogCapture log;
      ManualClock clock;
      std::unique_ptr<Primitive> primitive;
      const auto script = [&](EventLoop& loop) {
        primitive = kind.make(clock);
        test(loop, *primitive);
      };
      step_by_hand(script, clock);
      CHECK(std::count_if(log.lines().begin(), log.lines().end(), is_report_of_waits) == pending);
      CHECK(Live::count() == 0);
    }
  }
}

/// Runs what is ready, but no more: sleep(0) in a loop is always ready.
void run_iterations(EventLoop& loop, int n = 10) {
  for (int i = 0; i < n; ++i) loop.run_once();
}

}  // namespace

TEST_CASE("A wait that succeeds leaves no frame alive") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    Journal journal;
    auto task = loop.create_task(waits(primitive, Live(), journal, "one"));
    CHECK(Live::count() == 1);
    run_iterations(loop, 1);
    CHECK_FALSE(task.done());
    CHECK(Live::count() == 2);
    primitive.release();
    run_iterations(loop);
    CHECK(task.done());
    CHECK(Live::count() == 0);
    CHECK(journal == Journal{"one"});
  });
}

TEST_CASE("A task that fails after its wait leaves no frame alive") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    auto task = loop.create_task(fails(primitive, Live()));
    run_iterations(loop, 1);
    primitive.release();
    run_iterations(loop);
    REQUIRE(task.done());
    CHECK(Live::count() == 0);
    CHECK_THROWS_AS(task.result(), std::runtime_error);
  });
}

TEST_CASE("A task that is cancelled before its start never runs and drops its parameters") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    Journal journal;
    auto task = loop.create_task(waits(primitive, Live(), journal, "one"));
    task.cancel();
    CHECK(Live::count() == 1);
    run_iterations(loop, 1);
    CHECK(task.cancelled());
    CHECK(Live::count() == 0);
    CHECK(journal.empty());
  });
}

TEST_CASE("A task that is cancelled while it waits leaves no frame alive") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    Journal journal;
    auto task = loop.create_task(waits(primitive, Live(), journal, "one"));
    run_iterations(loop, 3);
    task.cancel();
    run_iterations(loop);
    CHECK(task.cancelled());
    CHECK(Live::count() == 0);
    CHECK(journal.empty());
  });
}

TEST_CASE("A task that is cancelled in the tick in which its wait ends lets the next one have its turn") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    Journal journal;
    auto first = loop.create_task(waits(primitive, Live(), journal, "first"));
    auto second = loop.create_task(waits(primitive, Live(), journal, "second"));
    run_iterations(loop, 3);
    primitive.release();
    first.cancel();
    run_iterations(loop, 20);
    CHECK(first.cancelled());
    CHECK(second.done());
    CHECK(Live::count() == 0);
    CHECK(journal == Journal{"second"});
  });
}

TEST_CASE("A wait that ends in the tick in which it was cancelled stays cancelled and passes its turn on") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    Journal journal;
    auto first = loop.create_task(waits(primitive, Live(), journal, "first"));
    auto second = loop.create_task(waits(primitive, Live(), journal, "second"));
    run_iterations(loop, 3);
    first.cancel();
    primitive.release();
    run_iterations(loop, 20);
    CHECK(first.cancelled());
    CHECK(second.done());
    CHECK(Live::count() == 0);
    CHECK(journal == Journal{"second"});
  });
}

TEST_CASE("Two who wait go on in the order in which they came") {
  for_each_primitive([](EventLoop& loop, Primitive& primitive) {
    Journal journal;
    loop.create_task(waits(primitive, Live(), journal, "first"));
    loop.create_task(waits(primitive, Live(), journal, "second"));
    run_iterations(loop, 3);
    CHECK(Live::count() == 4);
    primitive.release();
    run_iterations(loop, 20);
    CHECK(Live::count() == 0);
    CHECK(journal == Journal{"first", "second"});
  });
}

TEST_CASE("A loop that is destroyed under waiting tasks destroys their frames") {
  for_each_primitive(
      [](EventLoop& loop, Primitive& primitive) {
        static Journal journal;
        loop.create_task(waits(primitive, Live(), journal, "first"));
        loop.create_task(waits(primitive, Live(), journal, "second"));
        run_iterations(loop, 3);
        CHECK(Live::count() == 4);
        CHECK(journal.empty());
      },
      2);
}

TEST_CASE("A loop that is destroyed under tasks whose wait has just ended destroys their frames") {
  for_each_primitive(
      [](EventLoop& loop, Primitive& primitive) {
        static Journal journal;
        loop.create_task(waits(primitive, Live(), journal, "first"));
        loop.create_task(waits(primitive, Live(), journal, "second"));
        run_iterations(loop, 3);
        primitive.release();
        CHECK(Live::count() == 4);
        CHECK(journal.empty());
      },
      2);
}

TEST_CASE("A loop that is destroyed under tasks that were just cancelled destroys their frames") {
  for_each_primitive(
      [](EventLoop& loop, Primitive& primitive) {
        static Journal journal;
        auto task = loop.create_task(waits(primitive, Live(), journal, "first"));
        run_iterations(loop, 3);
        task.cancel();
        CHECK(Live::count() == 2);
        CHECK(journal.empty());
      },
      1);
}
