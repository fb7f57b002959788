#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "support/log_capture.hpp"
#include "support/memory_loop.hpp"
#include "support/recording_protocol.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

Coro<void> sleep_and_note(std::vector<std::string>& journal) {
  try {
    co_await asyncio::sleep(1h);
  } catch (const CancelledError&) {
    journal.push_back("cancelled");
    throw;
  }
}

Coro<void> enter(TaskGroup& group) { co_await group.aenter(); }

Coro<void> loses_its_group(std::vector<std::string>& journal) {
  TaskGroup group;
  co_await group.aenter();
  group.create_task(sleep_and_note(journal));
  group.create_task(sleep_and_note(journal));
  co_await yield_now();
  throw std::runtime_error("lost");
}

}  // namespace

TEST_CASE("A group that dies before it is left cancels its tasks and says so") {
  LogCapture log;
  std::vector<std::string> journal;
  auto body = [&]() -> Coro<void> {
    const auto lost = co_await capture(loses_its_group(journal));
    CHECK(lost.holds<std::runtime_error>());
    co_await asyncio::sleep(1ms);
  };
  run(body(), {.clock = virtual_clock});
  CHECK(journal == std::vector<std::string>{"cancelled", "cancelled"});
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0].starts_with(
      "TaskGroup <TaskGroup tasks=2 entered> destroyed before its tasks have ended: they are cancelled"));
}

TEST_CASE("Who leaves a group that dies meanwhile gets an error that names it") {
  LogCapture log;
  std::vector<std::string> journal;
  std::string text;
  auto leaves = [](TaskGroup& group) -> Coro<void> { co_await group.aexit(nullptr); };
  auto body = [&]() -> Coro<void> {
    auto group = std::make_unique<TaskGroup>();
    co_await group->aenter();
    group->create_task(sleep_and_note(journal));
    auto leaving = create_task(leaves(*group), {.name = "leaving"});
    co_await yield_now();
    group.reset();
    text = detail::what((co_await capture(leaving)).exception());
  };
  run(body(), {.clock = virtual_clock});
  CHECK(text.starts_with("TaskGroup destroyed while 'leaving' waits on it at destroyed_managers_test.cpp:"));
  CHECK(journal == std::vector<std::string>{"cancelled"});
}

TEST_CASE("A loop that is destroyed under a group that is being left destroys it without a word of it") {
  LogCapture log;
  std::vector<std::string> journal;
  auto body = [](std::vector<std::string>& notes) -> Coro<void> {
    co_await with(TaskGroup(), [&](TaskGroup& group) -> Coro<void> {
      group.create_task(sleep_and_note(notes));
      co_return;
    });
  };
  {
    EventLoop loop(virtual_clock);
    auto task = loop.create_task(body(journal));
    loop.run_until_complete(yield_now());
    loop.run_until_complete(yield_now());
  }
  for (const auto& line : log.lines()) CHECK(line.starts_with("Task was destroyed but it is pending!"));
}

TEST_CASE("A timeout that dies before it is left cancels nothing") {
  auto loses_its_timeout = []() -> Coro<void> {
    Timeout deadline = timeout(1s);
    co_await deadline.aenter();
    throw std::runtime_error("lost");
  };
  auto body = [&]() -> Coro<void> {
    const auto lost = co_await capture(loses_its_timeout());
    CHECK(lost.holds<std::runtime_error>());
    co_await asyncio::sleep(2s);
    CHECK(current_task().cancelling() == 0);
  };
  run(body(), {.clock = virtual_clock});
}

TEST_CASE("A timeout that was entered cannot be moved, a group that was moved from cannot be used") {
  auto body = []() -> Coro<void> {
    Timeout deadline = timeout(1s);
    Timeout before = std::move(deadline);
    co_await before.aenter();
    CHECK_THROWS_AS(Timeout(std::move(before)), std::runtime_error);
    CHECK_THROWS_AS(before = timeout(2s), std::runtime_error);
    co_await before.aexit(nullptr);
    TaskGroup group;
    const TaskGroup other = std::move(group);
    CHECK_THROWS_AS(group.create_task(asyncio::sleep(1s)), std::runtime_error);
    const auto entered = co_await capture(enter(group));
    CHECK(entered.holds<std::runtime_error>());
  };
  run(body(), {.clock = virtual_clock});
}

TEST_CASE("with() does not leave a lock that has died under its body") {
  std::string journal;
  auto holds = [](Lock& lock, std::string& notes) -> Coro<int> {
    const int value = co_await with(lock, [&]() -> Coro<int> {
      co_await yield_now();
      co_await yield_now();
      co_return 3;
    });
    notes += std::to_string(value);
    co_return value;
  };
  auto waits = [](Lock& lock, std::string& notes) -> Coro<void> {
    try {
      co_await with(lock, []() -> Coro<void> { co_return; });
    } catch (const DestroyedError&) {
      notes += "destroyed";
    }
  };
  auto body = [&]() -> Coro<void> {
    auto lock = std::make_unique<Lock>();
    auto holder = create_task(holds(*lock, journal));
    auto waiter = create_task(waits(*lock, journal));
    co_await yield_now();
    lock.reset();
    co_await holder;
    co_await waiter;
  };
  run(body());
  CHECK((journal == "3destroyed" || journal == "destroyed3"));
}

TEST_CASE("A future whose handles are gone is held by who waits for it") {
  auto body = []() -> Coro<void> {
    auto future = std::make_unique<Future<std::string>>(get_running_loop().create_future<std::string>());
    auto waits = [](Future<std::string>& waited_for) -> Coro<void> { co_await waited_for; };
    auto task = create_task(waits(*future));
    co_await yield_now();
    future.reset();
    co_await yield_now();
    CHECK_FALSE(task.done());
    task.cancel();
    const auto ended = co_await capture(task);
    CHECK(ended.holds<CancelledError>());
  };
  run(body());
}

TEST_CASE("A server whose handles are gone is held by who waits for it") {
  run_in_memory([]() -> Coro<void> {
    auto server = std::make_unique<Server>(
        co_await get_running_loop().create_server(make_ref<RecordingProtocol>, "localhost", 80));
    auto forever = create_task(server->serve_forever());
    auto closed = create_task(server->wait_closed());
    co_await yield_now();
    server.reset();
    co_await some_iterations();
    CHECK_FALSE(forever.done());
    forever.cancel();
    const auto ended = co_await capture(forever);
    CHECK(ended.holds<CancelledError>());
    co_await closed;
  }());
}
