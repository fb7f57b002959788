#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/log_capture.hpp"
#include "support/memory_loop.hpp"

using asyncio::Coro;
using asyncio::TaskGroup;
using asyncio::with;
using namespace std::chrono_literals;

// TaskGroup.cancel() is of Python 3.15; the rest of a group is compared with CPython in tests/conformance.
namespace {

using Log = std::vector<std::string>;

/// Writes down whether it was let to its end.
Coro<void> sleeper(Log& log, std::string name) {
  try {
    co_await asyncio::sleep(1s);
    log.push_back(name + " ended");
  } catch (const asyncio::CancelledError&) {
    log.push_back(name + " cancelled");
    throw;
  }
}

std::string what_of(const std::exception_ptr& error) { return asyncio::detail::what(error); }

}  // namespace

TEST_CASE("A group that its body cancels ends its tasks and its block without an error") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    const auto body = [&](TaskGroup& group) -> Coro<void> {
      group.create_task(sleeper(out, "a"));
      group.create_task(sleeper(out, "b"));
      co_await asyncio::yield_now();
      group.cancel();
      group.cancel();
      co_await asyncio::sleep(1s);
      out.push_back("not reached");
    };
    co_await with(TaskGroup(), body);
    CHECK(asyncio::current_task().cancelling() == 0);
    co_await asyncio::sleep(1ms);
    out.push_back("after");
  }(log));
  CHECK(log == Log{"a cancelled", "b cancelled", "after"});
}

TEST_CASE("A group that is cancelled while it waits for its tasks ends as well") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    const auto body = [&](TaskGroup& group) -> Coro<void> {
      group.create_task(sleeper(out, "a"));
      asyncio::get_running_loop().call_later(10ms, [&group] { group.cancel(); });
      co_return;
    };
    co_await with(TaskGroup(), body);
    CHECK(asyncio::current_task().cancelling() == 0);
    out.push_back("after");
  }(log));
  CHECK(log == Log{"a cancelled", "after"});
}

TEST_CASE("A group that a task of its cancels takes no more tasks, and says so") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    const auto body = [&](TaskGroup& group) -> Coro<void> {
      const auto end_all = [](TaskGroup& ended) -> Coro<void> {
        ended.cancel();
        co_return;
      };
      group.create_task(sleeper(out, "a"));
      group.create_task(end_all(group));
      try {
        co_await asyncio::sleep(1s);
      } catch (const asyncio::CancelledError&) {
        try {
          group.create_task(sleeper(out, "b"));
        } catch (const std::runtime_error& refusal) {
          out.push_back(refusal.what());
        }
        throw;
      }
    };
    co_await with(TaskGroup(), body);
  }(log));
  CHECK(log == Log{"a cancelled", "TaskGroup <TaskGroup tasks=2 cancelling> is shutting down"});
}

TEST_CASE("An error that comes while a cancelled group ends is told") {
  run_in_memory([]() -> Coro<void> {
    const auto body = [](TaskGroup& group) -> Coro<void> {
      const auto stubborn = []() -> Coro<void> {
        try {
          co_await asyncio::sleep(1s);
        } catch (const asyncio::CancelledError&) {
          throw std::runtime_error("at the end");
        }
      };
      group.create_task(stubborn());
      co_await asyncio::yield_now();
      group.cancel();
      co_await asyncio::sleep(1s);
    };
    const auto ended = co_await asyncio::capture(with(TaskGroup(), body));
    CHECK(what_of(ended.exception()).starts_with("unhandled errors in a TaskGroup (1 sub-exception"));
  }());
}

TEST_CASE("A group that is cancelled before its block ends that at its first await") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    TaskGroup group;
    group.cancel();
    const auto body = [&](TaskGroup&) -> Coro<void> {
      out.push_back("body");
      co_await asyncio::yield_now();
      out.push_back("not reached");
    };
    co_await with(std::move(group), body);
    CHECK(asyncio::current_task().cancelling() == 0);
    out.push_back("after");
  }(log));
  CHECK(log == Log{"body", "after"});
}

TEST_CASE("A group that has ended has nothing to cancel") {
  run_in_memory([]() -> Coro<void> {
    TaskGroup group;
    co_await group.aenter();
    co_await group.aexit(nullptr);
    group.cancel();
    co_await asyncio::sleep(1ms);
    CHECK(asyncio::current_task().cancelling() == 0);
  }());
}

namespace {

/// Takes its time to end.
Coro<void> slow_to_end() {
  try {
    co_await asyncio::sleep(1s);
  } catch (const asyncio::CancelledError&) {
  }
  co_await asyncio::sleep(1s);
}

}  // namespace

TEST_CASE("A request of somebody else that comes while a cancelled group ends is not lost") {
  for (const bool body_has_ended : {false, true}) {
    bool reached = false;
    run_in_memory([](bool ends, bool& out) -> Coro<void> {
      const auto main = [](bool body_ends, bool& after) -> Coro<void> {
        const auto body = [body_ends](TaskGroup& group) -> Coro<void> {
          group.create_task(slow_to_end());
          asyncio::get_running_loop().call_later(10ms, [&group] { group.cancel(); });
          if (!body_ends) co_await asyncio::sleep(1s);
        };
        co_await with(TaskGroup(), body);
        after = true;
      };
      auto task = asyncio::create_task(main(ends, out));
      co_await asyncio::sleep(20ms);
      task.cancel();
      co_await asyncio::wait(task);
      CHECK(task.cancelled());
    }(body_has_ended, reached));
    CHECK_FALSE(reached);
  }
}

TEST_CASE("An eager task that cancels its group before it belongs to it is cancelled as well") {
  Log log;
  run_in_memory([](Log& out) -> Coro<void> {
    const auto body = [&](TaskGroup& group) -> Coro<void> {
      const auto eager = [](TaskGroup& ended, Log& told) -> Coro<void> {
        ended.cancel();
        co_await sleeper(told, "eager");
      };
      group.create_task(eager(group, out), {.eager_start = true});
      co_await asyncio::sleep(2s);
    };
    co_await with(TaskGroup(), body);
  }(log));
  CHECK(log == Log{"eager cancelled"});
}
