// What does it cost to await a coroutine that returns at once?
#include <benchmark/benchmark.h>

#include "check.hpp"
#include "coro.hpp"
#include "size.hpp"

namespace {

// Not inline: else clang does away with the frame, and it is the price of a coroutine with one that is asked for.
[[gnu::noinline]] Coro<long> one() { co_return 1; }

Coro<long> sum(long n) {
  long total = 0;
  for (long i = 0; i < n; ++i) total += co_await one();
  co_return total;
}

void await_finished(benchmark::State& state) {
  const long n = size(100'000);
  check(sum(n).run() == n, "await_finished");
  for (auto _ : state) benchmark::DoNotOptimize(sum(n).run());
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(await_finished)->Unit(benchmark::kMillisecond);

}  // namespace
