#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>

#include "support/log_reader.hpp"

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

template <class F>
LogReader record(F main) {
  EventLog log;
  asyncio::run(
      [](EventLog& watching, F body) -> Coro<void> {
        get_running_loop().set_observer(&watching.observer());
        auto task = create_task(body(), {.name = "main"});
        co_await task;
        get_running_loop().set_observer(nullptr);
      }(log, main),
      {.clock = virtual_clock});
  return LogReader(log.bytes());
}

Coro<void> holds(Lock& lock) {
  auto guard = co_await lock.scoped_lock();
  co_await sleep(1s);
}

Coro<void> two_hold() {
  Lock lock;
  auto one = create_task(holds(lock), {.name = "one"});
  auto two = create_task(holds(lock), {.name = "two"});
  co_await gather(one, two);
}

Coro<void> uses_permits() {
  Semaphore permits(2);
  co_await permits.acquire();
  co_await permits.acquire();
  permits.release();
}

Coro<void> uses_event() {
  Event event;
  event.set();
  event.set();
  co_await event.wait();
  event.clear();
  event.clear();
}

Coro<void> gets(Queue<int>& queue) { co_await queue.get(); }

Coro<void> uses_queue() {
  Queue<int> queue;
  auto getter = create_task(gets(queue), {.name = "getter"});
  co_await yield_now();
  co_await queue.put(1);
  queue.put_nowait(2);
  co_await getter;
  auto joiner = create_task(queue.join(), {.name = "joiner"});
  co_await yield_now();
  queue.task_done();
  queue.task_done();
  co_await joiner;
}

Coro<void> notifies(Condition& changed) {
  auto guard = co_await changed.scoped_lock();
  changed.notify();
}

Coro<void> uses_condition() {
  Condition changed;
  auto notifier = create_task(notifies(changed), {.name = "notifier"});
  {
    auto guard = co_await changed.scoped_lock();
    co_await changed.wait();
  }
  co_await notifier;
}

Coro<void> meets(Barrier& barrier) { co_await barrier.wait(); }

Coro<void> uses_barrier() {
  Barrier barrier(2);
  auto other = create_task(meets(barrier), {.name = "other"});
  co_await barrier.wait();
  co_await other;
}

Coro<void> gives_up(Semaphore& semaphore) { co_await semaphore.acquire(); }

Coro<void> cancels_waiter() {
  Semaphore none(0);
  auto waiter = create_task(gives_up(none), {.name = "waiter"});
  co_await yield_now();
  waiter.cancel();
  co_await wait(waiter);
}

}  // namespace

TEST_CASE("An event log tells who holds a lock, and who waits for it") {
  CHECK(record(two_hold).uses() == Lines{
                                       "main made lock 1 (0) in two_hold",
                                       "one acquired lock 1 (0) in holds",
                                       "two awaited lock 1 (0) in holds",
                                       "one released lock 1 (0) in holds",
                                       "two acquired lock 1 (0) in holds",
                                       "two released lock 1 (0) in holds",
                                       "main destroyed lock 1 (0) in two_hold",
                                   });
}

TEST_CASE("An event log tells how many permits are left") {
  CHECK(record(uses_permits).uses() == Lines{
                                           "main made semaphore 1 (0) in uses_permits",
                                           "main acquired semaphore 1 (1) in uses_permits",
                                           "main acquired semaphore 1 (0) in uses_permits",
                                           "main released semaphore 1 (1) in uses_permits",
                                           "main destroyed lock 1 (0) in uses_permits",
                                       });
}

TEST_CASE("An event log tells when an event changes, not when it is what it was") {
  CHECK(record(uses_event).uses() == Lines{
                                         "main made event 1 (0) in uses_event",
                                         "main set event 1 (0) in uses_event",
                                         "main cleared event 1 (0) in uses_event",
                                         "main destroyed lock 1 (0) in uses_event",
                                     });
}

TEST_CASE("An event log tells how many items a queue has; its join() is a wait for a part of it") {
  CHECK(record(uses_queue).uses() == Lines{
                                         "main made queue 1 (0) in uses_queue",
                                         "main made event 2 (0) in uses_queue",
                                         "main joined event 2 to 1",
                                         "getter awaited queue 1 (0) in gets",
                                         "main put queue 1 (1) in uses_queue",
                                         "main put queue 1 (2) in uses_queue",
                                         "getter taken queue 1 (1) in gets",
                                         "joiner awaited event 2 (0)",
                                         "main destroyed lock 2 (0) in uses_queue",
                                         "main destroyed lock 1 (0) in uses_queue",
                                     });
}

TEST_CASE("An event log tells of a condition and of its lock, each by itself") {
  CHECK(record(uses_condition).uses() == Lines{
                                             "main made condition 1 (0) in uses_condition",
                                             "main made lock 2 (0) in uses_condition",
                                             "main acquired lock 2 (0) in uses_condition",
                                             "main released lock 2 (0) in uses_condition",
                                             "main awaited condition 1 (0) in uses_condition",
                                             "notifier acquired lock 2 (0) in notifies",
                                             "notifier notified condition 1 (0) in notifies",
                                             "notifier released lock 2 (0) in notifies",
                                             "main acquired lock 2 (0) in uses_condition",
                                             "main released lock 2 (0) in uses_condition",
                                             "main destroyed lock 2 (0) in uses_condition",
                                             "main destroyed lock 1 (0) in uses_condition",
                                         });
}

TEST_CASE("An event log tells of a barrier as one, whatever it is made of") {
  Lines lines = record(uses_barrier).uses();
  std::erase_if(lines, [](const std::string& line) {
    return line.find("lock") != std::string::npos || line.find("notified") != std::string::npos;
  });
  CHECK(lines == Lines{
                     "main made condition 1 (0) in uses_barrier",
                     "main made barrier 1 (0) in uses_barrier",
                     "main arrived barrier 1 (1) in uses_barrier",
                     "main awaited condition 1 (0) in uses_barrier",
                     "other arrived barrier 1 (2) in meets",
                 });
}

TEST_CASE("Who gives up does not acquire") {
  CHECK(record(cancels_waiter).uses() == Lines{
                                             "main made semaphore 1 (0) in cancels_waiter",
                                             "waiter awaited semaphore 1 (0) in gives_up",
                                             "main destroyed lock 1 (0) in cancels_waiter",
                                         });
}

TEST_CASE("An event log tells for how long a timer is set, and what becomes of it") {
  const auto timers = record([]() -> Coro<void> {
                        co_await sleep(2s);
                        auto task = create_task(sleep(90s));
                        co_await yield_now();
                        task.cancel();
                        co_await wait(task);
                      }).timers();
  CHECK(timers == Lines{"set for 2 s", "fired", "set for 90 s", "cancelled"});
}

TEST_CASE("A lock that is older than the observation is told of when it is used") {
  static Lock old;
  CHECK(record([]() -> Coro<void> {
          co_await old.acquire();
          old.release();
        })
            .uses()
            .size() == 2);
}
