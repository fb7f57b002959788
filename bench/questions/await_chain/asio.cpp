// What does a level cost in a chain of awaits, each coroutine awaiting the next one down?
#include <benchmark/benchmark.h>

#include <algorithm>

#include "check.hpp"
#include "run.hpp"
#include "size.hpp"

namespace {

asio::awaitable<long> descend(long levels) {
  if (levels == 0) co_return 0;
  co_return 1 + co_await descend(levels - 1);
}

asio::awaitable<long> descend_often(long levels, long times) {
  long total = 0;
  for (long i = 0; i < times; ++i) total += co_await descend(levels);
  co_return total;
}

void await_chain(benchmark::State& state) {
  const long levels = state.range(0);
  const long times = std::max(size(100'000) / levels, 1L);
  check(run(descend_often(levels, times)) == levels * times, "await_chain");
  for (auto _ : state) benchmark::DoNotOptimize(run(descend_often(levels, times)));
  state.SetItemsProcessed(state.iterations() * levels * times);
}
BENCHMARK(await_chain)->Arg(1'000)->Arg(size(100'000))->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);

}  // namespace
