#include "primitives.hpp"

#include <asyncio/asyncio.hpp>

using namespace asyncio;
using namespace std::chrono_literals;

namespace {

template <class P>
std::unique_ptr<Primitive> make(ManualClock& clock) {
  if constexpr (std::is_constructible_v<P, ManualClock&>) {
    return std::make_unique<P>(clock);
  } else {
    return std::make_unique<P>();
  }
}

/// A future for each who waits: to cancel a task is to cancel the future that it waits for.
struct OnFuture : Primitive {
  std::vector<Future<void>> futures;
  Coro<void> wait() override {
    futures.push_back(get_running_loop().create_future());
    auto mine = futures.back();
    co_await mine;
  }
  void release() override {
    for (auto& future : futures)
      if (!future.done()) future.set_result();
  }
};

struct OnShieldedFuture : Primitive {
  Future<void> future = get_running_loop().create_future();
  Coro<void> wait() override { co_await shield(future); }
  void release() override { future.set_result(); }
};

struct OnTask : Primitive {
  Event gate;
  Coro<void> through_gate() { co_await gate.wait(); }
  Coro<void> wait() override {
    auto task = create_task(through_gate());
    co_await task;
  }
  void release() override { gate.set(); }
};

struct OnEvent : Primitive {
  Event event;
  Coro<void> wait() override { co_await event.wait(); }
  void release() override { event.set(); }
};

struct OnLock : Primitive {
  Lock lock;
  // A free lock is taken without suspending, so this task is done within its first step.
  OnLock() { create_task(lock.acquire(), {.eager_start = true}); }
  Coro<void> wait() override { auto guard = co_await lock.scoped_lock(); }
  void release() override { lock.release(); }
};

struct OnSemaphore : Primitive {
  Semaphore semaphore{0};
  Coro<void> wait() override { auto permit = co_await semaphore.scoped_lock(); }
  void release() override { semaphore.release(); }
};

struct OnCondition : Primitive {
  Condition condition;
  Coro<void> wait() override {
    auto guard = co_await condition.scoped_lock();
    co_await condition.wait();
  }
  Coro<void> notify() {
    auto guard = co_await condition.scoped_lock();
    condition.notify_all();
  }
  void release() override { create_task(notify(), {.eager_start = true}); }
};

struct OnBarrier : Primitive {
  Barrier barrier{100};
  Coro<void> wait() override {
    try {
      co_await barrier.wait();
    } catch (const BrokenBarrierError&) {
    }
  }
  void release() override { create_task(barrier.abort(), {.eager_start = true}); }
};

struct OnQueueGet : Primitive {
  Queue<int> queue;
  Coro<void> wait() override { co_await queue.get(); }
  void release() override {
    queue.put_nowait(1);
    queue.put_nowait(2);
  }
};

struct OnQueuePut : Primitive {
  Queue<int> queue{2};
  OnQueuePut() {
    queue.put_nowait(1);
    queue.put_nowait(2);
  }
  Coro<void> wait() override { co_await queue.put(3); }
  void release() override {
    queue.get_nowait();
    queue.get_nowait();
  }
};

struct OnQueueJoin : Primitive {
  Queue<int> queue;
  OnQueueJoin() { queue.put_nowait(1); }
  Coro<void> wait() override { co_await queue.join(); }
  void release() override { queue.task_done(); }
};

/// Those below wait for other tasks, which wait for an event.
struct Gated : Primitive {
  Event gate;
  Coro<void> through_gate() { co_await gate.wait(); }
  void release() override { gate.set(); }
};

struct OnGather : Gated {
  Coro<void> wait() override { co_await gather(through_gate(), through_gate()); }
};

struct OnWait : Gated {
  Coro<void> wait() override {
    auto first = create_task(through_gate());
    auto second = create_task(through_gate());
    co_await asyncio::wait(first, second);
  }
};

struct OnWaitFor : Gated {
  Coro<void> wait() override { co_await wait_for(through_gate(), 1h); }
};

struct OnTimeout : Gated {
  Coro<void> wait() override {
    auto body = [this](Timeout&) -> Coro<void> { co_await through_gate(); };
    co_await with(timeout(1h), body);
  }
};

struct OnShield : Gated {
  Coro<void> wait() override { co_await shield(through_gate()); }
};

struct OnTaskGroup : Gated {
  Coro<void> wait() override {
    auto body = [this](TaskGroup& group) -> Coro<void> {
      group.create_task(through_gate());
      co_return;
    };
    co_await with(TaskGroup(), body);
  }
};

struct OnAsCompleted : Gated {
  Coro<void> wait() override {
    std::vector<Coro<void>> work;
    work.push_back(through_gate());
    work.push_back(through_gate());
    auto completed = as_completed(std::move(work));
    for (auto&& next : completed) co_await std::move(next);
  }
};

struct OnGenerator : Gated {
  AsyncGenerator<int> numbers() {
    co_await gate.wait();
    co_yield 1;
  }
  Coro<void> wait() override {
    auto generator = numbers();
    co_await generator.next();
    co_await generator.aclose();
  }
};

struct OnSleepZero : Gated {
  Coro<void> wait() override {
    while (!gate.is_set()) co_await asyncio::sleep(0s);
  }
};

struct OnSleep : Primitive {
  ManualClock& clock;
  explicit OnSleep(ManualClock& c) : clock(c) {}
  Coro<void> wait() override { co_await asyncio::sleep(1s); }
  void release() override { clock.advance(1s); }
};

struct OnCapture : Gated {
  Coro<void> wait() override {
    auto result = co_await capture(through_gate());
    result.value();
  }
};

struct OnExitStack : Gated {
  Coro<void> wait() override {
    auto body = [this](AsyncExitStack& stack) -> Coro<void> {
      auto callback = [this] { return through_gate(); };
      stack.push_async_callback(callback);
      co_return;
    };
    co_await with(AsyncExitStack(), body);
  }
};

}  // namespace

const std::vector<PrimitiveKind>& primitive_kinds() {
  static const std::vector<PrimitiveKind> kinds{
      {"a future", make<OnFuture>},
      {"a shielded future", make<OnShieldedFuture>},
      {"a task", make<OnTask>},
      {"an event", make<OnEvent>},
      {"a lock", make<OnLock>},
      {"a semaphore", make<OnSemaphore>},
      {"a condition", make<OnCondition>},
      {"a barrier", make<OnBarrier>},
      {"Queue::get", make<OnQueueGet>},
      {"Queue::put", make<OnQueuePut>},
      {"Queue::join", make<OnQueueJoin>},
      {"gather", make<OnGather>},
      {"wait", make<OnWait>},
      {"wait_for", make<OnWaitFor>},
      {"timeout", make<OnTimeout>},
      {"shield", make<OnShield>},
      {"a task group", make<OnTaskGroup>},
      {"as_completed", make<OnAsCompleted>},
      {"a generator", make<OnGenerator>},
      {"sleep(0)", make<OnSleepZero>},
      {"sleep", make<OnSleep>},
      {"capture", make<OnCapture>},
      {"an exit stack", make<OnExitStack>},
  };
  return kinds;
}
