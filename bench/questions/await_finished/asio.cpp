// What does it cost to await a coroutine that returns at once?
#include <benchmark/benchmark.h>

#include "check.hpp"
#include "run.hpp"
#include "size.hpp"

namespace {

asio::awaitable<long> one() { co_return 1; }

asio::awaitable<long> sum(long n) {
  long total = 0;
  for (long i = 0; i < n; ++i) total += co_await one();
  co_return total;
}

void await_finished(benchmark::State& state) {
  const long n = size(100'000);
  check(run(sum(n)) == n, "await_finished");
  for (auto _ : state) benchmark::DoNotOptimize(run(sum(n)));
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(await_finished)->Unit(benchmark::kMillisecond);

}  // namespace
