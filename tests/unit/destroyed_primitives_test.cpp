#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "support/log_capture.hpp"
#include "support/stepped_loop.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

/// What `consumer` came to, whose `wait` waits for what a P is, which dies meanwhile. \param before called as it dies
template <class P>
std::string error_of(std::function<Coro<void>(P&)> wait, std::function<void(P&)> before = {},
                     std::function<void(AnyTask)> after = {}) {
  std::string text = "pending";
  auto body = [&]() -> Coro<void> {
    auto object = std::make_unique<P>();
    auto task = create_task(wait(*object), {.name = "consumer"});
    for (int i = 0; i < 3; ++i) co_await yield_now();
    if (before) before(*object);
    object.reset();
    if (after) after(task);
    auto result = co_await capture(task);
    text = result.exception() ? detail::describe(result.exception()) : "none";
  };
  run(body(), {.clock = virtual_clock});
  return text;
}

/// The beginning of the message; behind it are the file and the line.
bool names(const std::string& error, const std::string& object) {
  return error.starts_with("asyncio::DestroyedError: " + object +
                           " destroyed while 'consumer' waits on it at destroyed_primitives_test.cpp:");
}

struct TakenLock : Lock {
  TakenLock() { create_task(acquire(), {.eager_start = true}); }
};
struct NoPermits : Semaphore {
  NoPermits() : Semaphore(0) {}
};
struct FullQueue : Queue<std::string> {
  FullQueue() : Queue<std::string>(1) { put_nowait("an item that is long enough to be on the heap"); }
};
struct TwoParties : Barrier {
  TwoParties() : Barrier(2) {}
};

Coro<void> lock_scoped(TakenLock& lock) { auto guard = co_await lock.scoped_lock(); }
Coro<void> lock_plain(TakenLock& lock) { co_await lock.acquire(); }
Coro<void> get(Queue<std::string>& queue) { co_await queue.get(); }
Coro<void> put(FullQueue& queue) { co_await queue.put("another item that is long enough to be on the heap"); }
Coro<void> join(FullQueue& queue) { co_await queue.join(); }
Coro<void> acquire(NoPermits& semaphore) { co_await semaphore.acquire(); }
Coro<void> acquire_scoped(NoPermits& semaphore) { auto permit = co_await semaphore.scoped_lock(); }
Coro<void> wait_for_event(Event& event) { co_await event.wait(); }
Coro<void> wait_for_change(Condition& condition) {
  auto guard = co_await condition.scoped_lock();
  co_await condition.wait();
}
Coro<void> wait_for_predicate(Condition& condition) {
  auto guard = co_await condition.scoped_lock();
  co_await condition.wait_for([] { return false; });
}
Coro<void> wait_for_others(TwoParties& barrier) { co_await barrier.wait(); }

}  // namespace

TEST_CASE("What dies ends the waits for it with an error that names it, the task and the place") {
  CHECK(names(error_of<Queue<std::string>>(get), "Queue"));
  CHECK(names(error_of<FullQueue>(put), "Queue"));
  CHECK(names(error_of<FullQueue>(join), "Queue"));
  CHECK(names(error_of<TakenLock>(lock_plain), "Lock"));
  CHECK(names(error_of<TakenLock>(lock_scoped), "Lock"));
  CHECK(names(error_of<NoPermits>(acquire), "Semaphore"));
  CHECK(names(error_of<NoPermits>(acquire_scoped), "Semaphore"));
  CHECK(names(error_of<Event>(wait_for_event), "Event"));
  CHECK(names(error_of<Condition>(wait_for_change), "Condition"));
  CHECK(names(error_of<Condition>(wait_for_predicate), "Condition"));
  CHECK(names(error_of<TwoParties>(wait_for_others), "Barrier"));
}

TEST_CASE("What dies after it has woken who waits ends the waits that need it still") {
  const std::string item = "an item that is long enough to be on the heap";
  CHECK(names(error_of<Queue<std::string>>(get, [&](auto& queue) { queue.put_nowait(item); }), "Queue"));
  CHECK(names(error_of<FullQueue>(put, [](auto& queue) { queue.get_nowait(); }), "Queue"));
  CHECK(names(error_of<FullQueue>(put, [](auto& queue) { queue.shutdown(); }), "Queue"));
  CHECK(error_of<FullQueue>(join, [](auto& queue) { queue.task_done(); }) == "none");
  CHECK(names(error_of<TakenLock>(lock_plain, [](auto& lock) { lock.release(); }), "Lock"));
  CHECK(names(error_of<TakenLock>(lock_scoped, [](auto& lock) { lock.release(); }), "Lock"));
  CHECK(names(error_of<NoPermits>(acquire, [](auto& semaphore) { semaphore.release(); }), "Semaphore"));
  CHECK(error_of<Event>(wait_for_event, [](auto& event) { event.set(); }) == "none");
  CHECK(names(error_of<Condition>(wait_for_change,
                                  [](auto& condition) {
                                    create_task(condition.acquire(), {.eager_start = true});
                                    condition.notify();
                                  }),
              "Condition"));
  CHECK(names(
      error_of<TwoParties>(wait_for_others, [](auto& barrier) { create_task(barrier.abort(), {.eager_start = true}); }),
      "Barrier"));
}

TEST_CASE("Who is cancelled in the iteration in which what it waits for dies is cancelled") {
  const auto cancel = [](AnyTask task) { task.cancel(); };
  CHECK(error_of<Queue<std::string>>(get, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<FullQueue>(put, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<FullQueue>(join, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<TakenLock>(lock_scoped, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<NoPermits>(acquire, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<Event>(wait_for_event, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<Condition>(wait_for_change, {}, cancel) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<TwoParties>(wait_for_others, {}, cancel) == "asyncio::CancelledError: cancelled");
}

TEST_CASE("Who was cancelled before what it waits for dies touches nothing of it") {
  const auto cancel_all = [](auto&) {
    for (const auto& task : all_tasks())
      if (task.get_name() == "consumer") task.cancel();
  };
  CHECK(error_of<Queue<std::string>>(get, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<FullQueue>(put, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<FullQueue>(join, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<TakenLock>(lock_scoped, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<NoPermits>(acquire, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<Event>(wait_for_event, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<Condition>(wait_for_change, cancel_all) == "asyncio::CancelledError: cancelled");
  CHECK(error_of<TwoParties>(wait_for_others, cancel_all) == "asyncio::CancelledError: cancelled");
}

TEST_CASE("A wait that is a task by itself ends by the death of its queue, too") {
  std::string text;
  auto body = [&]() -> Coro<void> {
    std::optional<Queue<int>> queue(std::in_place);
    auto task = create_task(queue->get(), {.name = "consumer"});
    co_await yield_now();
    queue.reset();
    text = detail::what((co_await capture(task)).exception());
  };
  run(body());
  CHECK(text == "Queue destroyed while 'consumer' waits on it");
}

TEST_CASE("All who wait for what dies go on, in their order") {
  std::vector<std::string> journal;
  auto waits = [](Event& event, std::vector<std::string>& ended, std::string name) -> Coro<void> {
    try {
      co_await event.wait();
    } catch (const DestroyedError&) {
      ended.push_back(name);
    }
  };
  auto body = [&]() -> Coro<void> {
    {
      Event event;
      for (const char* name : {"a", "b", "c"}) create_task(waits(event, journal, name));
      co_await yield_now();
    }
    co_await asyncio::sleep(1s);
  };
  run(body(), {.clock = virtual_clock});
  CHECK(journal == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("What is left waiting for the locals of the main coroutine is cancelled without a word") {
  LogCapture log;
  auto body = []() -> Coro<void> {
    Queue<std::string> queue;
    Event event;
    create_task(get(queue));
    create_task(wait_for_event(event));
    co_await yield_now();
  };
  run(body());
  CHECK(log.lines().empty());
}

TEST_CASE("In debug mode the death of what is waited for is told though nobody looks") {
  LogCapture log;
  auto body = []() -> Coro<void> {
    Queue<std::string> queue;
    create_task(get(queue), {.name = "consumer"});
    co_await yield_now();
  };
  run(body(), {.debug = true});
  REQUIRE(log.lines().size() == 1);
  CHECK(log.lines()[0].starts_with("Queue destroyed while 'consumer' waits on it at destroyed_primitives_test.cpp:"));
}

TEST_CASE("A guard of a lock that has died releases nothing") {
  auto holds = [](Lock& lock, Semaphore& semaphore, Condition& condition) -> Coro<void> {
    auto guard = co_await lock.scoped_lock();
    auto permit = co_await semaphore.scoped_lock();
    auto changing = co_await condition.scoped_lock();
    auto moved = std::move(guard);
    CHECK_FALSE(guard.owns_lock());
    CHECK(moved.owns_lock());
    co_await yield_now();
    co_await yield_now();
    CHECK_FALSE(moved.owns_lock());
    CHECK_FALSE(permit.owns_lock());
    CHECK_FALSE(changing.owns_lock());
    moved.unlock();
  };
  auto body = [&]() -> Coro<void> {
    auto lock = std::make_unique<Lock>();
    auto semaphore = std::make_unique<Semaphore>(1);
    auto condition = std::make_unique<Condition>();
    auto task = create_task(holds(*lock, *semaphore, *condition));
    co_await yield_now();
    lock.reset();
    semaphore.reset();
    condition.reset();
    co_await task;
  };
  run(body());
}

TEST_CASE("A condition that dies while the lock that it shares is waited for gives an error, and the lock back") {
  int ended = 0;
  auto waits = [](Condition& condition, int& count) -> Coro<void> {
    auto guard = co_await condition.scoped_lock();
    try {
      co_await condition.wait();
    } catch (const DestroyedError&) {
      ++count;
    }
  };
  auto enters = [](Condition& condition, int& count) -> Coro<void> {
    try {
      auto guard = co_await condition.scoped_lock();
    } catch (const DestroyedError&) {
      ++count;
    }
  };
  auto body = [&]() -> Coro<void> {
    Lock lock;
    auto condition = std::make_unique<Condition>(lock);
    auto waiting = create_task(waits(*condition, ended));
    co_await yield_now();
    co_await lock.acquire();
    auto entering = create_task(enters(*condition, ended));
    condition->notify();
    for (int i = 0; i < 4; ++i) co_await yield_now();
    condition.reset();
    lock.release();
    co_await waiting;
    co_await entering;
    CHECK_FALSE(lock.locked());
  };
  run(body());
  CHECK(ended == 2);
}

TEST_CASE("A condition that dies gives its error once the lock that it shares is held again") {
  std::vector<std::string> journal;
  auto waits = [](Lock& lock, Condition& condition, std::vector<std::string>& ended) -> Coro<void> {
    auto guard = co_await lock.scoped_lock();
    try {
      co_await condition.wait();
    } catch (const DestroyedError&) {
      ended.push_back(lock.locked() ? "held" : "not held");
    }
  };
  auto body = [&]() -> Coro<void> {
    Lock lock;
    auto condition = std::make_unique<Condition>(lock);
    auto task = create_task(waits(lock, *condition, journal));
    co_await yield_now();
    co_await lock.acquire();
    condition.reset();
    for (int i = 0; i < 4; ++i) co_await yield_now();
    journal.push_back("released");
    lock.release();
    co_await task;
    CHECK_FALSE(lock.locked());
  };
  run(body());
  CHECK(journal == std::vector<std::string>{"released", "held"});
}
