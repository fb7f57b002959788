// What does it cost to take a lock for which a thousand others stand in line?
#include <benchmark/benchmark.h>

#include <vector>

#include "check.hpp"
#include "coro.hpp"
#include "lock.hpp"
#include "size.hpp"
#include "task.hpp"
#include "turnstile.hpp"

namespace {

Task<bool> visitor(Turnstile& turnstile, Lock& lock, long who, long times) {
  for (long i = 0; i < times; ++i) {
    co_await lock.acquire();
    turnstile.pass(who);
    lock.release();
  }
  co_return true;
}

Coro<bool> visit(benchmark::State& state, long visitors, long times) {
  Turnstile turnstile(visitors);
  Lock lock;
  std::vector<Task<bool>> tasks;
  co_await lock.acquire();
  for (long who = 0; who < visitors; ++who) tasks.push_back(visitor(turnstile, lock, who, times));
  co_await Yield{};
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
    check(visit(state, visitors, times).run(), "lock_contended");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * visitors * times);
}
BENCHMARK(lock_contended)->Arg(1'000)->Unit(benchmark::kMillisecond);

}  // namespace
