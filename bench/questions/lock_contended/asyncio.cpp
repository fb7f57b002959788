// What does it cost to take a lock for which a thousand others stand in line?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <vector>

#include "check.hpp"
#include "size.hpp"
#include "turnstile.hpp"

namespace {

asyncio::Coro<void> visitor(Turnstile& turnstile, asyncio::Lock& lock, long who, long times) {
  for (long i = 0; i < times; ++i) {
    co_await lock.acquire();
    turnstile.pass(who);
    lock.release();
  }
}

asyncio::Coro<bool> visit(benchmark::State& state, long visitors, long times) {
  Turnstile turnstile(visitors);
  asyncio::Lock lock;
  std::vector<asyncio::Task<void>> tasks;
  co_await lock.acquire();
  for (long who = 0; who < visitors; ++who) tasks.push_back(asyncio::create_task(visitor(turnstile, lock, who, times)));
  co_await asyncio::yield_now();
  state.ResumeTiming();
  lock.release();
  co_await tasks.back();
  state.PauseTiming();
  co_return turnstile.complete() && !lock.locked();
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
