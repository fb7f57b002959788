// What does it cost to let the loop turn once: sleep(0)? With one task and with many.
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>

#include "check.hpp"

namespace {

constexpr long total_yields = 200'000;

asyncio::Coro<void> yielder(long n, long& count) {
  for (long i = 0; i < n; ++i) {
    co_await asyncio::sleep(asyncio::Duration::zero());
    ++count;
  }
}

asyncio::Coro<long> yield_all(long tasks) {
  long count = 0;
  std::vector<asyncio::Task<void>> running;
  for (long i = 0; i < tasks; ++i) running.push_back(asyncio::create_task(yielder(total_yields / tasks, count)));
  for (auto& task : running) co_await task;
  co_return count;
}

void yield(benchmark::State& state) {
  check(asyncio::run(yield_all(state.range(0))) == total_yields, "yield");
  for (auto _ : state) benchmark::DoNotOptimize(asyncio::run(yield_all(state.range(0))));
  state.SetItemsProcessed(state.iterations() * total_yields);
}
BENCHMARK(yield)->Arg(1)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
