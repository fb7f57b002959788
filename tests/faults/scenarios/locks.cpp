#include <asyncio/asyncio.hpp>

#include "../scenario.hpp"

namespace {

using namespace asyncio;
using namespace std::chrono_literals;

struct ContendedLock {
  Lock lock;
  int inside = 0;
  int done = 0;
  Coro<void> work() {
    auto guard = co_await lock.scoped_lock();
    require(++inside == 1, "one at a time");
    co_await sleep(1s);
    --inside;
    ++done;
  }
  Coro<void> main() {
    co_await gather(work(), work(), work());
    require(done == 3 && !lock.locked(), "all had their turn");
  }
};

/// The second is cancelled while it waits, with a message; the third gets the lock.
struct CancelledInLine {
  Lock lock;
  Coro<void> hold() {
    auto guard = co_await lock.scoped_lock();
    co_await sleep(2s);
  }
  Coro<void> main() {
    auto first = create_task(hold());
    auto second = create_task(hold());
    auto third = create_task(hold());
    co_await sleep(1s);
    second.cancel("a message that needs memory of its own");
    const auto cancelled = co_await capture(second);
    require_error<CancelledError>(cancelled, "one is cancelled");
    co_await gather(first, third);
    require(!lock.locked(), "the others go on");
  }
};

struct AwaitedEvent {
  Event event;
  Coro<bool> wait() { co_return co_await event.wait(); }
  Coro<void> main() {
    auto first = create_task(wait());
    auto second = create_task(wait());
    co_await sleep(1s);
    event.set();
    require(co_await first && co_await second, "both hear of it");
  }
};

struct SharedSemaphore {
  BoundedSemaphore semaphore{2};
  int inside = 0;
  Coro<void> work() {
    co_await semaphore.acquire();
    require(++inside <= 2, "two at a time");
    const auto slept = co_await capture(sleep(1s));
    --inside;
    semaphore.release();
    slept.value();
  }
  Coro<void> main() {
    co_await gather(work(), work(), work(), work());
    require(inside == 0 && !semaphore.locked(), "all permits are back");
  }
};

struct NotifiedCondition {
  Condition condition;
  int value = 0;
  Coro<void> wait(int wanted) {
    auto guard = co_await condition.scoped_lock();
    co_await condition.wait_for([this, wanted] { return value >= wanted; });
    require(condition.locked(), "who goes on holds the lock");
  }
  Coro<void> main() {
    auto first = create_task(wait(1));
    auto second = create_task(wait(2));
    for (int i = 0; i < 2; ++i) {
      co_await sleep(1s);
      auto guard = co_await condition.scoped_lock();
      ++value;
      condition.notify_all();
    }
    co_await gather(first, second);
  }
};

struct CancelledAtACondition {
  Condition condition;
  bool held = false;
  Coro<void> wait() {
    auto guard = co_await condition.scoped_lock();
    try {
      co_await condition.wait();
    } catch (...) {
      held = condition.locked();
      throw;
    }
  }
  Coro<void> main() {
    auto task = create_task(wait());
    co_await sleep(1s);
    task.cancel("a message that needs memory of its own");
    const auto result = co_await capture(task);
    require_error<CancelledError>(result, "a cancelled wait");
    require(held && !condition.locked(), "the lock is held on the way out");
  }
};

struct Meeting {
  Barrier barrier{3};
  int sum = 0;
  Coro<void> party() {
    for (int round = 0; round < 2; ++round) sum += co_await barrier.wait();
  }
  Coro<void> main() {
    co_await gather(party(), party(), party());
    require(sum == 6 && barrier.n_waiting() == 0, "all have met, twice");
  }
};

/// Who fails to wait is not counted: two that come later meet.
struct MissedMeeting {
  Barrier barrier{2};
  Coro<void> main() {
    const auto first = co_await capture(wait_for(barrier.wait(), 1s));
    require(barrier.n_waiting() == 0, "nobody is left at the barrier");
    require_error<TimeoutError>(first, "alone");
    co_await gather(barrier.wait(), barrier.wait());
  }
};

struct AbortedMeeting {
  Barrier barrier{2};
  Coro<void> main() {
    auto waiting = create_task(barrier.wait());
    co_await sleep(1s);
    co_await barrier.abort();
    const auto result = co_await capture(waiting);
    require_error<BrokenBarrierError>(result, "a broken barrier");
    co_await barrier.reset();
    co_await gather(barrier.wait(), barrier.wait());
  }
};

template <class Q>
struct Passage {
  Q queue{2};
  int sum = 0;
  Coro<void> produce() {
    for (int i = 1; i <= 5; ++i) co_await queue.put(i);
  }
  Coro<void> consume() {
    for (;;) {
      sum += co_await queue.get();
      co_await sleep(1s);
      queue.task_done();
    }
  }
  Coro<void> work() {
    co_await produce();
    co_await queue.join();
  }
  Coro<void> main() {
    std::vector<Task<void>> all;
    for (int i = 0; i < 2; ++i) all.push_back(create_task(consume()));
    all.push_back(create_task(work()));
    // The first that fails is told of; without a fault only the end of the work ends it.
    const auto ended = co_await wait(all, {.return_when = FIRST_COMPLETED});
    for (const auto& one : ended.done) one.result();
    require(sum == 15, "all that was put was got");
  }
};

struct EndedQueue {
  Queue<int> queue{1};
  Coro<int> get() { co_return co_await queue.get(); }
  Coro<void> main() {
    auto waiting = create_task(get());
    co_await sleep(1s);
    queue.shutdown();
    const auto result = co_await capture(waiting);
    require_error<QueueShutDown>(result, "who waits hears of the end");
  }
};

/// They die while tasks wait for them, one of which was woken already.
struct DyingInUse {
  std::unique_ptr<Queue<int>> queue = std::make_unique<Queue<int>>(1);
  std::unique_ptr<Condition> condition = std::make_unique<Condition>();
  Coro<void> get() { co_await queue->get(); }
  Coro<void> wait_for_change() {
    auto guard = co_await condition->scoped_lock();
    co_await condition->wait();
  }
  Coro<void> main() {
    std::vector<Task<void>> all;
    for (int i = 0; i < 2; ++i) all.push_back(create_task(get()));
    for (int i = 0; i < 2; ++i) all.push_back(create_task(wait_for_change()));
    co_await sleep(1s);
    queue->put_nowait(1);
    queue.reset();
    condition.reset();
    for (const auto& one : all) {
      const auto result = co_await capture(one);
      // Where there is no memory for the error, the wait is cancelled.
      require(result.exception() != nullptr, "the wait for what has died ends");
    }
  }
};

}  // namespace

const std::vector<Scenario>& lock_scenarios() {
  static const std::vector<Scenario> all = {
      {"Lock", lonely<ContendedLock>},
      {"Lock with a cancelled waiter", lonely<CancelledInLine>},
      {"Event", lonely<AwaitedEvent>},
      {"BoundedSemaphore", lonely<SharedSemaphore>},
      {"Condition", lonely<NotifiedCondition>},
      {"Condition with a cancelled waiter", lonely<CancelledAtACondition>},
      {"Barrier", lonely<Meeting>},
      {"Barrier with one that comes too late", lonely<MissedMeeting>},
      {"Barrier that is aborted", lonely<AbortedMeeting>},
      {"Queue", lonely<Passage<Queue<int>>>},
      {"PriorityQueue", lonely<Passage<PriorityQueue<int>>>},
      {"LifoQueue", lonely<Passage<LifoQueue<int>>>},
      {"Queue that is shut down", lonely<EndedQueue>},
      {"Queue and Condition that die", lonely<DyingInUse>},
  };
  return all;
}
