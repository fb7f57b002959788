#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

Coro<void> nothing() { co_return; }

/// Runs `body` with a loop whose time stands at 0.
template <class F>
void run_at_zero(F body) {
  run(body(), {.clock = virtual_clock});
}

}  // namespace

TEST_CASE("A lock, an event, a semaphore and a condition say their state, and how many wait") {
  run_at_zero([]() -> Coro<void> {
    Lock lock;
    CHECK(lock.repr() == "<Lock [unlocked]>");
    co_await lock.acquire();
    CHECK(lock.repr() == "<Lock [locked]>");
    auto waits = create_task(lock.acquire());
    Event event;
    auto waits_too = create_task(event.wait());
    BoundedSemaphore semaphore(2);
    CHECK(semaphore.repr() == "<BoundedSemaphore [unlocked, value:2]>");
    co_await semaphore.acquire();
    co_await semaphore.acquire();
    auto waits_as_well = create_task(semaphore.acquire());
    co_await sleep(0s);
    CHECK(lock.repr() == "<Lock [locked, waiters:1]>");
    CHECK(event.repr() == "<Event [unset, waiters:1]>");
    CHECK(semaphore.repr() == "<BoundedSemaphore [locked, waiters:1]>");
    lock.release();
    event.set();
    semaphore.release();
    CHECK(event.repr() == "<Event [set, waiters:1]>");
    co_await waits;
    co_await waits_too;
    co_await waits_as_well;
    CHECK(Semaphore(0).repr() == "<Semaphore [locked]>");
    CHECK(Condition().repr() == "<Condition [unlocked]>");
  });
}

TEST_CASE("A barrier says how far it is filled, and whether it is broken") {
  run_at_zero([]() -> Coro<void> {
    Barrier barrier(2);
    CHECK(barrier.repr() == "<Barrier [filling, waiters:0/2]>");
    auto first = create_task(barrier.wait());
    co_await sleep(0s);
    CHECK(barrier.repr() == "<Barrier [filling, waiters:1/2]>");
    co_await barrier.wait();
    co_await first;
    co_await barrier.abort();
    CHECK(barrier.repr() == "<Barrier [broken]>");
  });
}

TEST_CASE("A queue says what it is, how much is in it, and who waits") {
  run_at_zero([]() -> Coro<void> {
    Queue<int> queue(1);
    CHECK(queue.repr() == "<Queue maxsize=1>");
    queue.put_nowait(1);
    auto putter = create_task(queue.put(2));
    co_await sleep(0s);
    CHECK(queue.repr() == "<Queue maxsize=1 items=1 putters=1 tasks=1>");
    co_await queue.get();
    co_await putter;
    queue.shutdown();
    CHECK(queue.repr() == "<Queue maxsize=1 items=1 tasks=2 shutdown>");
    CHECK(PriorityQueue<int>().repr() == "<PriorityQueue maxsize=0>");
    CHECK(LifoQueue<int>().repr() == "<LifoQueue maxsize=0>");
  });
}

TEST_CASE("A timeout says its state and its deadline") {
  run_at_zero([]() -> Coro<void> {
    Timeout deadline = timeout(1500ms);
    CHECK(deadline.repr() == "<Timeout [created]>");
    co_await with(deadline, [&]() -> Coro<void> {
      CHECK(deadline.repr() == "<Timeout [active] when=1.500>");
      co_return;
    });
    CHECK(deadline.repr() == "<Timeout [finished]>");
  });
}

TEST_CASE("A handle says where its callback comes from") {
  run_at_zero([]() -> Coro<void> {
    struct Greet {
      void operator()() const {}
    };
    Handle handle = get_running_loop().call_soon(Greet());
    CHECK(handle.repr().find("Greet") != std::string::npos);
    CHECK(handle.repr().starts_with("<Handle "));
    const TimerHandle timer = get_running_loop().call_later(1s, Greet());
    CHECK(timer.repr().starts_with("<TimerHandle when=1.000 "));
    handle.cancel();
    CHECK(handle.repr().starts_with("<Handle cancelled "));
    CHECK(Handle().repr() == "<Handle of nothing>");
    co_return;
  });
}

TEST_CASE("A reader says how much lies in it, a task group how many tasks it has") {
  run_at_zero([]() -> Coro<void> {
    StreamReader reader({.limit = 100});
    CHECK(reader.repr() == "<StreamReader limit=100>");
    reader.feed_data("abc");
    reader.feed_eof();
    CHECK(reader.repr() == "<StreamReader 3 bytes eof limit=100>");
    co_await with(TaskGroup(), [](TaskGroup& group) -> Coro<void> {
      group.create_task(nothing());
      CHECK(group.repr() == "<TaskGroup tasks=1 entered>");
      co_return;
    });
  });
}
