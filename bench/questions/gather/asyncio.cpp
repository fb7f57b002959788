// What does a child of a gather cost?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <asyncio/asyncio.hpp>
#include <numeric>
#include <vector>

#include "check.hpp"
#include "size.hpp"

namespace {

asyncio::Coro<long> number(long i) { co_return i; }

asyncio::Coro<long> gather_often(long children, long times) {
  long total = 0;
  for (long i = 0; i < times; ++i) {
    std::vector<asyncio::Coro<long>> coroutines;
    coroutines.reserve(static_cast<std::size_t>(children));
    for (long child = 0; child < children; ++child) coroutines.push_back(number(child));
    const std::vector<long> results = co_await asyncio::gather(std::move(coroutines));
    total += std::accumulate(results.begin(), results.end(), 0L);
  }
  co_return total;
}

void gather(benchmark::State& state) {
  const long children = state.range(0);
  const long times = std::max(size(100'000) / children, 1L);
  check(asyncio::run(gather_often(children, times)) == times * (children * (children - 1) / 2), "gather");
  for (auto _ : state) benchmark::DoNotOptimize(asyncio::run(gather_often(children, times)));
  state.SetItemsProcessed(state.iterations() * children * times);
}
BENCHMARK(gather)->Arg(10)->Arg(1'000)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
