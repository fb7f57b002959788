#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

using Events = std::vector<std::string>;

/// Writes down what it is told, tasks by their names.
class Recorder : public Observer {
 public:
  Events take() { return std::exchange(events_, {}); }

  void iteration(std::uint64_t, std::size_t ready) override { events_.push_back("iteration " + std::to_string(ready)); }
  void created(TaskId task, const TaskCreation& how) override {
    names_[task] = how.name;
    events_.push_back(name_of(how.parent) + " creates " + name_of(task) + (how.eager ? " eagerly" : ""));
  }
  void renamed(TaskId task, std::string_view name) override {
    events_.push_back(name_of(task) + " renamed " + std::string(name));
    names_[task] = name;
  }
  void step_begin(TaskId task) override { events_.push_back(name_of(task) + " {"); }
  void step_end(TaskId task) override { events_.push_back(name_of(task) + " }"); }
  void suspended(TaskId task, std::string_view what, TaskId awaited, CallStack stack) override {
    events_.push_back(name_of(task) + " waits for " + std::string(what) +
                      (awaited ? " (" + name_of(awaited) + ")" : ""));
    last_line_ = (*stack.begin()).line();
  }
  void woken(TaskId task, TaskId by) override { events_.push_back(name_of(by) + " wakes " + name_of(task)); }
  void cancel_requested(TaskId task, TaskId by, std::string_view message) override {
    events_.push_back(name_of(by) + " cancels " + name_of(task) + " '" + std::string(message) + "'");
  }
  void done(TaskId task, Outcome outcome, const std::exception_ptr& error) override {
    const char* how = outcome == Outcome::returned ? " returned"
                      : outcome == Outcome::failed ? " failed"
                                                   : " cancelled";
    events_.push_back(name_of(task) + how + (error ? " " + detail::what(error) : ""));
  }
  unsigned last_line() const { return last_line_; }

 private:
  std::string name_of(TaskId task) { return task == 0 ? "-" : names_[task]; }
  std::map<TaskId, std::string> names_;
  Events events_;
  unsigned last_line_ = 0;
};

Coro<void> child() { co_await yield_now(); }

Coro<void> parent() {
  auto task = create_task(child(), {.name = "child"});
  co_await task;
}

Coro<void> waits_for(Event& event) { co_await event.wait(); }

Coro<void> fails() {
  throw std::runtime_error("no luck");
  co_return;
}

}  // namespace

TEST_CASE("An observer hears of every step of two tasks, in their order") {
  Recorder recorder;
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&recorder);
    loop.create_task(parent(), {.name = "parent"});
    run_until_idle(loop);
    loop.set_observer(nullptr);
  });
  CHECK(recorder.take() == Events{
                               "- creates parent",
                               "iteration 1",
                               "parent {",
                               "parent creates child",
                               "parent waits for child (child)",
                               "parent }",
                               "iteration 1",
                               "child {",
                               "child waits for sleep(0)",
                               "child }",
                               "iteration 1",
                               "child {",
                               "child returned",
                               "child wakes parent",
                               "child }",
                               "iteration 1",
                               "parent {",
                               "parent returned",
                               "parent }",
                           });
}

TEST_CASE("An observer hears who cancels whom, and that the task was cancelled") {
  Recorder recorder;
  Event event;
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&recorder);
    auto task = loop.create_task(waits_for(event), {.name = "waiter"});
    loop.run_once();
    recorder.take();
    task.cancel("enough");
    run_until_idle(loop);
    loop.set_observer(nullptr);
  });
  CHECK(recorder.take() == Events{
                               "- cancels waiter 'enough'",
                               "- wakes waiter",
                               "iteration 1",
                               "waiter {",
                               "waiter cancelled",
                               "waiter }",
                           });
}

TEST_CASE("An observer hears of an error, a new name, and a task that wakes another") {
  Recorder recorder;
  Event event;
  auto setter = [](Event& e) -> Coro<void> {
    e.set();
    co_return;
  };
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&recorder);
    auto waiter = loop.create_task(waits_for(event), {.name = "waiter"});
    loop.run_once();
    waiter.set_name("sleeper");
    loop.create_task(setter(event), {.name = "setter"});
    auto failing = loop.create_task(fails(), {.name = "failing"});
    recorder.take();
    run_until_idle(loop);
    CHECK(failing.exception() != nullptr);
    loop.set_observer(nullptr);
  });
  CHECK(recorder.take() == Events{
                               "iteration 2",
                               "setter {",
                               "setter wakes sleeper",
                               "setter returned",
                               "setter }",
                               "failing {",
                               "failing failed no luck",
                               "failing }",
                               "iteration 1",
                               "sleeper {",
                               "sleeper returned",
                               "sleeper }",
                           });
}

TEST_CASE("An eager task's first step lies inside that of the task that made it") {
  Recorder recorder;
  auto outer = []() -> Coro<void> {
    create_task(child(), {.name = "eager", .eager_start = true});
    co_return;
  };
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&recorder);
    loop.create_task(outer(), {.name = "outer"});
    loop.run_once();
    loop.run_once();
    loop.set_observer(nullptr);
  });
  CHECK(recorder.take() == Events{
                               "- creates outer",
                               "iteration 1",
                               "outer {",
                               "outer creates eager eagerly",
                               "eager {",
                               "eager waits for sleep(0)",
                               "eager }",
                               "outer returned",
                               "outer }",
                               "iteration 1",
                               "eager {",
                               "eager returned",
                               "eager }",
                           });
}

TEST_CASE("An observer is told the line of the innermost co_await that is waiting") {
  Recorder recorder;
  Event event;
  static unsigned line = 0;
  auto outer = [](Event& e) -> Coro<void> {
    auto inner = [](Event& waited) -> Coro<void> {
      line = __LINE__ + 1;
      co_await waited.wait();
    };
    co_await inner(e);
  };
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&recorder);
    auto task = loop.create_task(outer(event));
    loop.run_once();
    CHECK(task.get_stack().back().where.line() != 0);
    task.cancel();
    run_until_idle(loop);
    loop.set_observer(nullptr);
  });
  CHECK(recorder.last_line() == line);
}

TEST_CASE("An observer that was taken away hears nothing more") {
  Recorder recorder;
  step_by_hand([&](EventLoop& loop) {
    loop.set_observer(&recorder);
    loop.set_observer(nullptr);
    loop.create_task(parent());
    run_until_idle(loop);
  });
  CHECK(recorder.take().empty());
}

TEST_CASE("A host's observer watches its loop from the beginning") {
  static Recorder recorder;
  class WatchedHost : public LonelyHost {
   public:
    Observer* observer() override { return &recorder; }
  };
  EventLoop loop(std::make_unique<WatchedHost>(), virtual_clock);
  loop.run_until_complete(child());
  loop.set_observer(nullptr);
  const Events events = recorder.take();
  REQUIRE(events.size() > 2);
  CHECK(events[1] == "iteration 1");
}
