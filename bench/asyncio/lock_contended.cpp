// What does it cost to take a lock for which a thousand others stand in line?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <vector>

#include "check.hpp"
#include "size.hpp"

namespace {

/// A lock, and whose turn it is: the line must move strictly forward.
struct Turnstile {
  asyncio::Lock lock;
  long tasks;
  long next = 0;
  bool in_order = true;

  void pass(long who) {
    in_order &= who == next;
    next = who + 1 == tasks ? 0 : who + 1;
  }
};

asyncio::Coro<void> visitor(Turnstile& turnstile, long who, long times) {
  for (long i = 0; i < times; ++i) {
    co_await turnstile.lock.acquire();
    turnstile.pass(who);
    turnstile.lock.release();
  }
}

asyncio::Coro<bool> visit(benchmark::State& state, long visitors, long times) {
  Turnstile turnstile{.lock = {}, .tasks = visitors};
  std::vector<asyncio::Task<void>> tasks;
  co_await turnstile.lock.acquire();
  for (long who = 0; who < visitors; ++who) tasks.push_back(asyncio::create_task(visitor(turnstile, who, times)));
  co_await asyncio::yield_now();
  state.ResumeTiming();
  turnstile.lock.release();
  co_await tasks.back();
  state.PauseTiming();
  co_return turnstile.in_order&& turnstile.next == 0 && !turnstile.lock.locked();
}

void lock_contended(benchmark::State& state) {
  const long visitors = state.range(0);
  const long times = size(100);
  for (auto _ : state) {
    state.PauseTiming();
    check(asyncio::run(visit(state, visitors, times)), "lock_contended");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * visitors * times);
}
BENCHMARK(lock_contended)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
