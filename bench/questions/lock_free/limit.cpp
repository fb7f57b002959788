// What does it cost to take a lock that is free, and to release it?
#include <benchmark/benchmark.h>

#include "contenders/limit/coro.hpp"
#include "contenders/limit/lock.hpp"
#include "questions/lock_free.hpp"

namespace {

Coro<long> take_often(long n) {
  Lock lock;
  // A register would not do: other tasks are to see it.
  benchmark::DoNotOptimize(&lock);
  long taken = 0;
  for (long i = 0; i < n; ++i) {
    co_await lock.acquire();
    benchmark::ClobberMemory();
    taken += lock.locked();
    lock.release();
  }
  co_return taken;
}

void lock_free(benchmark::State& state) {
  timed(state, asked(state), [&] { return take_often(asked(state).operations).run(); });
}
BENCHMARK(lock_free)->Apply(ask);

}  // namespace
