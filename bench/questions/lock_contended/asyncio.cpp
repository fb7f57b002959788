// What does it cost to take a lock for which a thousand others stand in line?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <vector>

#include "questions/lock_contended.hpp"
#include "turnstile.hpp"

namespace {

asyncio::Coro<void> visitor(Turnstile& turnstile, asyncio::Lock& lock, long who, long times) {
  for (long i = 0; i < times; ++i) {
    co_await lock.acquire();
    turnstile.pass(who);
    lock.release();
  }
}

/// \returns how many took the lock in their turn, if it is free in the end
asyncio::Coro<long> visit(benchmark::State& state, long visitors, long times) {
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
  co_return lock.locked() ? 0 : turnstile.passes();
}

void lock_contended(benchmark::State& state) {
  const long visitors = state.range(0);
  const long times = asked(state).operations / visitors;
  timed_in_part(state, asked(state), [&] { return asyncio::run(visit(state, visitors, times)); });
}
BENCHMARK(lock_contended)->Apply(ask);

}  // namespace
