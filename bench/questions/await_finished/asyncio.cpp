// What does it cost to await a coroutine that returns at once?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>

#include "check.hpp"
#include "size.hpp"

namespace {

asyncio::Coro<long> one() { co_return 1; }

asyncio::Coro<long> sum(long n) {
  long total = 0;
  for (long i = 0; i < n; ++i) total += co_await one();
  co_return total;
}

void await_finished(benchmark::State& state) {
  const long n = size(100'000);
  check(asyncio::run(sum(n)) == n, "await_finished");
  for (auto _ : state) benchmark::DoNotOptimize(asyncio::run(sum(n)));
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(await_finished)->Unit(benchmark::kMillisecond);

}  // namespace
