#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

/// What the loop says as it runs `main` into a deadlock.
std::string deadlock_of(Coro<void> main) {
  LogCapture log;
  EventLoop loop(std::make_unique<LonelyHost>(), virtual_clock);
  try {
    loop.run_until_complete(loop.create_task(std::move(main), {.name = "main"}));
  } catch (const DeadlockError& e) {
    return e.what();
  }
  return "no deadlock";
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

static int line_of_wait = 0;

static Coro<void> wait_for_ever(Lock& lock) {
  line_of_wait = __LINE__ + 1;
  co_await lock.acquire();
}

TEST_CASE("A deadlock is an error that names each task, what it waits for, and where") {
  auto main = []() -> Coro<void> {
    Lock lock;
    co_await lock.acquire();
    auto task = create_task(wait_for_ever(lock), {.name = "greedy"});
    co_await task;
  };
  const std::string text = deadlock_of(main());
  CHECK(text.starts_with("Deadlock: every task waits for something that will never come\n  main waits for greedy at "));
  CHECK(contains(text, "\n  greedy waits for Lock.acquire at deadlock_test.cpp:" + std::to_string(line_of_wait) +
                           " in wait_for_ever()"));
}

TEST_CASE("A deadlock tells the program's line where the wait itself lies in the library") {
  static int line = 0;
  auto main = []() -> Coro<void> {
    Queue<int> queue;
    line = __LINE__ + 1;
    co_await queue.get();
  };
  const std::string text = deadlock_of(main());
  CHECK(contains(text, "main waits for Queue.get at deadlock_test.cpp:" + std::to_string(line)));
}

TEST_CASE("Every primitive says in a deadlock what it is") {
  const auto one = [](auto wait) { return deadlock_of(wait()); };
  CHECK(contains(one([]() -> Coro<void> { co_await Event().wait(); }), "waits for Event.wait"));
  CHECK(contains(one([]() -> Coro<void> { co_await Semaphore(0).acquire(); }), "waits for Semaphore.acquire"));
  CHECK(contains(one([]() -> Coro<void> { co_await get_running_loop().create_future(); }), "waits for Future"));
  CHECK(contains(one([]() -> Coro<void> { co_await Barrier(2).wait(); }), "waits for Condition.wait"));
  CHECK(contains(one([]() -> Coro<void> {
                   auto future = get_running_loop().create_future();
                   co_await gather(future, yield_now());
                 }),
                 "waits for gather"));
  CHECK(contains(one([]() -> Coro<void> {
                   auto future = get_running_loop().create_future();
                   co_await shield(future);
                 }),
                 "waits for shield(Future)"));
}

TEST_CASE("A loop that still has a timer is no deadlock") {
  auto main = []() -> Coro<void> { co_await asyncio::sleep(1h); };
  CHECK(deadlock_of(main()) == "no deadlock");
}

TEST_CASE("A loop without tasks that nothing can wake is a deadlock, too") {
  EventLoop loop(std::make_unique<LonelyHost>(), virtual_clock);
  CHECK_THROWS_AS(loop.run_forever(), DeadlockError);
}

TEST_CASE("A deadlock can be resolved, and the loop goes on") {
  EventLoop loop(std::make_unique<LonelyHost>(), virtual_clock);
  Event event;
  auto main = [](Event& waited) -> Coro<int> {
    co_await waited.wait();
    co_return 5;
  };
  auto task = loop.create_task(main(event));
  CHECK_THROWS_AS(loop.run_until_complete(task), DeadlockError);
  CHECK_FALSE(loop.is_running());
  event.set();
  CHECK(loop.run_until_complete(task) == 5);
}
