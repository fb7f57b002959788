// What does it cost to take a lock for which a thousand others stand in line?
#include <benchmark/benchmark.h>

#include <vector>

#include "contenders/limit/coro.hpp"
#include "contenders/limit/lock.hpp"
#include "contenders/limit/task.hpp"
#include "questions/lock_contended.hpp"
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

/// \returns how many took the lock in their turn, if it is free in the end
Coro<long> visit(benchmark::State& state, long visitors, long times) {
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
  co_return lock.locked() ? 0 : turnstile.passes();
}

void lock_contended(benchmark::State& state) {
  const long visitors = state.range(0);
  const long times = asked(state).operations / visitors;
  timed_in_part(state, asked(state), [&] { return visit(state, visitors, times).run(); });
}
BENCHMARK(lock_contended)->Apply(ask);

}  // namespace
