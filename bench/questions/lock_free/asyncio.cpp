// What does it cost to take a lock that is free, and to release it?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>

#include "check.hpp"
#include "size.hpp"

namespace {

asyncio::Coro<long> take_often(long n) {
  asyncio::Lock lock;
  long taken = 0;
  for (long i = 0; i < n; ++i) {
    co_await lock.acquire();
    taken += lock.locked();
    lock.release();
  }
  co_return taken;
}

void lock_free(benchmark::State& state) {
  const long n = size(100'000);
  check(asyncio::run(take_often(n)) == n, "lock_free");
  for (auto _ : state) benchmark::DoNotOptimize(asyncio::run(take_often(n)));
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(lock_free)->Unit(benchmark::kMillisecond);

}  // namespace
