// What does a task cost, from its creation to its result, when all are created first and joined then?
#include <benchmark/benchmark.h>

#include <vector>

#include "check.hpp"
#include "coro.hpp"
#include "size.hpp"
#include "task.hpp"

namespace {

Task<long> one() { co_return 1; }

Coro<long> create_then_join(long n) {
  std::vector<Task<long>> tasks;
  tasks.reserve(static_cast<std::size_t>(n));
  for (long i = 0; i < n; ++i) tasks.push_back(one());
  long total = 0;
  for (auto& task : tasks) total += co_await task;
  co_return total;
}

void create_and_join(benchmark::State& state) {
  const long n = state.range(0);
  check(create_then_join(n).run() == n, "create_and_join");
  for (auto _ : state) benchmark::DoNotOptimize(create_then_join(n).run());
  state.SetItemsProcessed(state.iterations() * n);
}
BENCHMARK(create_and_join)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);

}  // namespace
