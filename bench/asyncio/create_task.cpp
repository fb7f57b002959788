// What does it cost to make a coroutine a task and to await it?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>

#include "check.hpp"

namespace {

asyncio::Coro<int> one() { co_return 1; }

asyncio::Coro<long> sum(long n) {
  long total = 0;
  for (long i = 0; i < n; ++i) total += co_await asyncio::create_task(one());
  co_return total;
}

void create_task_and_await(benchmark::State& state) {
  constexpr long n = 100'000;
  check(asyncio::run(sum(n)) == n, "create_task_and_await");
  for (auto _ : state) benchmark::DoNotOptimize(asyncio::run(sum(n)));
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(create_task_and_await)->Unit(benchmark::kMillisecond);

}  // namespace
