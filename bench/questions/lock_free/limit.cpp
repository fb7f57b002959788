// What does it cost to take a lock that is free, and to release it?
#include <benchmark/benchmark.h>

#include "check.hpp"
#include "coro.hpp"
#include "lock.hpp"
#include "size.hpp"

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
  const long n = size(100'000);
  check(take_often(n).run() == n, "lock_free");
  for (auto _ : state) benchmark::DoNotOptimize(take_often(n).run());
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(lock_free)->Unit(benchmark::kMillisecond);

}  // namespace
