// What does a child of a gather cost?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>
#include <numeric>
#include <vector>

#include "questions/gather.hpp"

namespace {

asyncio::Coro<long> number(long i) { co_return i; }

asyncio::Coro<std::int64_t> gather_often(long children, long times) {
  std::int64_t total = 0;
  for (long i = 0; i < times; ++i) {
    std::vector<asyncio::Coro<long>> coroutines;
    coroutines.reserve(static_cast<std::size_t>(children));
    for (long child = 0; child < children; ++child) coroutines.push_back(number(child));
    const std::vector<long> results = co_await asyncio::gather(std::move(coroutines));
    total += std::accumulate(results.begin(), results.end(), std::int64_t{0});
  }
  co_return total;
}

void gather(benchmark::State& state) {
  const long children = state.range(0);
  const long times = asked(state).operations / children;
  timed(state, asked(state), [&] { return asyncio::run(gather_often(children, times)); });
}
BENCHMARK(gather)->Apply(ask);

}  // namespace
