#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "support/live.hpp"
#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;
using Catch::Matchers::Message;
using Catch::Matchers::StartsWith;

namespace {

Coro<int> waits(Event& event, Live) {
  Live local;
  co_await event.wait();
  co_return 1;
}

Coro<void> awaits(Task<int> task, Live) { co_await task; }

Coro<void> awaits_future(Future<int> future, Live) { co_await future; }

/// A task that was left waiting by a loop that is gone.
Task<int> orphan(Event& event) {
  Task<int> task;
  step_by_hand([&](EventLoop& loop) {
    task = loop.create_task(waits(event, Live()), {.name = "orphan"});
    loop.run_once();
  });
  return task;
}

}  // namespace

TEST_CASE("A loop that is destroyed reports each pending task by name and destroys its frames") {
  LogCapture log;
  Event event;
  step_by_hand([&](EventLoop& loop) {
    auto task = loop.create_task(waits(event, Live()), {.name = "first"});
    loop.create_task(awaits(task, Live()), {.name = "second"});
    loop.run_once();
    CHECK(Live::count() == 3);
  });
  CHECK(Live::count() == 0);
  REQUIRE(log.lines().size() == 2);
  CHECK_THAT(log.lines()[0], StartsWith("Task was destroyed but it is pending!\ntask: <Task pending name='first'"));
  CHECK_THAT(log.lines()[1], StartsWith("Task was destroyed but it is pending!\ntask: <Task pending name='second'"));
}

TEST_CASE("A task that has not started is reported and destroyed with its loop") {
  LogCapture log;
  Event event;
  step_by_hand([&](EventLoop& loop) { loop.create_task(waits(event, Live())); });
  CHECK(Live::count() == 0);
  CHECK(log.lines().size() == 1);
}

TEST_CASE("The exception handler hears of the pending tasks of a loop that is destroyed") {
  std::vector<std::string> heard;
  Event event;
  step_by_hand([&](EventLoop& loop) {
    loop.set_exception_handler([&](EventLoop&, const ExceptionContext& context) {
      heard.push_back(context.message + context.task.get_name());
    });
    loop.create_task(waits(event, Live()), {.name = " T"});
    loop.run_once();
  });
  CHECK(heard == std::vector<std::string>{"Task was destroyed but it is pending! T"});
}

TEST_CASE("A task that outlives its loop can be looked at and cancelled") {
  LogCapture log;
  Event event;
  auto task = orphan(event);
  CHECK_FALSE(task.done());
  CHECK(task.get_name() == "orphan");
  CHECK_THAT(task.repr(), StartsWith("<Task pending name='orphan'"));
  CHECK(task.get_stack().empty());
  CHECK(task.get_coro() == nullptr);
  CHECK_THROWS_AS(task.result(), InvalidStateError);
  CHECK_THROWS_AS(task.get_loop(), std::runtime_error);
  CHECK(task.cancel());
  CHECK_FALSE(task.done());
  event.set();
  CHECK(Live::count() == 0);
}

TEST_CASE("A callback of a task that outlives its loop is dropped with the loop or with the task") {
  LogCapture log;
  Event event;
  Task<int> task;
  step_by_hand([&](EventLoop& loop) {
    task = loop.create_task(waits(event, Live()));
    task.add_done_callback([live = Live()] {});
    loop.run_once();
  });
  CHECK(Live::count() == 0);
  task.add_done_callback([live = Live()] {});
  task = {};
  CHECK(Live::count() == 0);
}

TEST_CASE("A future that outlives its loop keeps its value") {
  Future<int> done, pending;
  step_by_hand([&](EventLoop& loop) {
    done = loop.create_future<int>();
    done.set_result(1);
    pending = loop.create_future<int>();
  });
  CHECK(done.result() == 1);
  pending.set_result(2);
  CHECK(pending.result() == 2);
}

TEST_CASE("A future that outlives its loop says that the loop is closed when its callbacks have to be scheduled") {
  Future<int> pending, done;
  step_by_hand([&](EventLoop& loop) {
    pending = loop.create_future<int>();
    pending.add_done_callback([live = Live()] {});
    done = loop.create_future<int>();
    done.set_result(1);
  });
  CHECK_THROWS_MATCHES(pending.set_result(2), std::runtime_error, Message("Event loop is closed"));
  CHECK(pending.result() == 2);
  CHECK_THROWS_MATCHES(done.add_done_callback([live = Live()] {}), std::runtime_error, Message("Event loop is closed"));
  CHECK(Live::count() == 0);
}

TEST_CASE("A future's awaiters are destroyed with the loop, and a later result finds nobody") {
  LogCapture log;
  Future<int> future;
  step_by_hand([&](EventLoop& loop) {
    future = loop.create_future<int>();
    loop.create_task(awaits_future(future, Live()));
    loop.run_once();
  });
  CHECK(Live::count() == 0);
  future.set_result(1);
  CHECK(future.result() == 1);
}

TEST_CASE("An error that was never retrieved is reported also after its loop is gone") {
  LogCapture log;
  Future<int> future;
  step_by_hand([&](EventLoop& loop) { future = loop.create_future<int>(); });
  future.set_exception(std::runtime_error("lost"));
  CHECK(log.lines().empty());
  future = {};
  REQUIRE(log.lines().size() == 1);
  CHECK_THAT(log.lines()[0], StartsWith("Future exception was never retrieved"));
}

TEST_CASE("Callbacks and timers that never ran are destroyed with the loop") {
  step_by_hand([](EventLoop& loop) {
    loop.call_soon([live = Live()] {});
    loop.call_soon_threadsafe([live = Live()] {});
    loop.call_later(1s, [live = Live()] {});
    auto cancelled = loop.call_later(2s, [live = Live()] {});
    cancelled.cancel();
    auto kept = loop.call_later(3s, [live = Live()] {});
    CHECK(Live::count() >= 4);
  });
  CHECK(Live::count() == 0);
}

TEST_CASE("A timer handle that outlives its loop can be cancelled") {
  TimerHandle timer;
  Handle soon;
  step_by_hand([&](EventLoop& loop) {
    timer = loop.call_later(1s, [] {});
    soon = loop.call_soon([] {});
  });
  timer.cancel();
  soon.cancel();
  CHECK(timer.cancelled());
  CHECK(soon.cancelled());
}

TEST_CASE("gather, shield, wait and as_completed are given back when their loop is destroyed") {
  LogCapture log;
  Event event;
  Future<std::tuple<int, int>> gathering;
  Future<int> shielded;
  step_by_hand([&](EventLoop& loop) {
    gathering = gather(waits(event, Live()), waits(event, Live()));
    shielded = shield(waits(event, Live()));
    auto task = loop.create_task(waits(event, Live()));
    auto waiter = [](Task<int> waited) -> Coro<void> { co_await asyncio::wait(waited); };
    loop.create_task(waiter(task));
    std::vector<Task<int>> all(1, task);
    static std::optional<AsCompleted<Task<int>>> completed;
    completed.emplace(as_completed(std::move(all), {.timeout = 1s}));
    loop.run_once();
    completed.reset();
  });
  CHECK(Live::count() == 0);
  CHECK_FALSE(gathering.done());
  CHECK_FALSE(shielded.done());
  CHECK_FALSE(gathering.cancel());
  CHECK(shielded.cancel());
}

TEST_CASE("A gathering that nobody holds goes on until its children are done") {
  step_by_hand([](EventLoop& loop) {
    auto count = [](Live) -> Coro<void> { co_await yield_now(); };
    (void)gather(count(Live()), count(Live()));
    CHECK(Live::count() == 2);
    run_until_idle(loop);
    CHECK(Live::count() == 0);
  });
}

TEST_CASE("A task that drops the last handle to itself lives on to its end") {
  step_by_hand([](EventLoop& loop) {
    Task<void> task;
    bool ended = false;
    auto body = [](Task<void>& own, bool& end, Live) -> Coro<void> {
      own = {};
      co_await yield_now();
      end = true;
    };
    task = loop.create_task(body(task, ended, Live()));
    run_until_idle(loop);
    CHECK(ended);
    CHECK(Live::count() == 0);
  });
}

TEST_CASE("A local that touches the loop while its task is destroyed with it finds the loop closed") {
  LogCapture log;
  struct TouchesLoop {
    EventLoop& loop;
    std::string& said;
    ~TouchesLoop() {
      try {
        loop.call_soon([] {});
      } catch (const std::runtime_error& e) {
        said = e.what();
      }
    }
  };
  std::string said;
  auto body = [](EventLoop& loop, std::string& says) -> Coro<void> {
    TouchesLoop touches{loop, says};
    co_await Event().wait();
  };
  step_by_hand([&](EventLoop& loop) {
    loop.create_task(body(loop, said));
    loop.run_once();
  });
  CHECK(said == "Event loop is closed");
}

TEST_CASE("A local that resolves a future while its task is destroyed with the loop wakes nobody and throws nothing") {
  LogCapture log;
  struct Resolves {
    Future<void> future;
    ~Resolves() { future.set_result(); }
  };
  auto resolver = [](Future<void> future, Live) -> Coro<void> {
    Resolves resolves{std::move(future)};
    co_await Event().wait();
  };
  auto waiter = [](Future<void> future, Live) -> Coro<void> { co_await future; };
  bool called = false;
  step_by_hand([&](EventLoop& loop) {
    auto future = loop.create_future();
    future.add_done_callback([&called, live = Live()] { called = true; });
    loop.create_task(resolver(future, Live()));
    loop.create_task(waiter(future, Live()));
    loop.run_once();
  });
  CHECK_FALSE(called);
  CHECK(Live::count() == 0);
}

TEST_CASE("A loop refuses to run until a future of another loop is done") {
  EventLoop loop(virtual_clock), other(virtual_clock);
  CHECK_THROWS_AS(loop.run_until_complete(other.create_future<int>()), std::invalid_argument);
}

TEST_CASE("A task refuses to be resolved through a handle of its future") {
  LogCapture log;
  Event event;
  const Future<int> future = orphan(event);
  CHECK_THROWS_MATCHES(future.set_result(1), std::runtime_error, Message("Task does not support set_result operation"));
  CHECK_THROWS_MATCHES(future.set_exception(std::logic_error("")), std::runtime_error,
                       Message("Task does not support set_exception operation"));
  CHECK_FALSE(future.done());
}
