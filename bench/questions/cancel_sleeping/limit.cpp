// What does it cost to create a task that sleeps, and to cancel it?
#include <benchmark/benchmark.h>

#include <vector>

#include "check.hpp"
#include "coro.hpp"
#include "size.hpp"
#include "sleeper.hpp"

namespace {

void cancel_sleeping(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    state.PauseTiming();
    long asleep = 0;
    std::vector<Task<bool>> tasks;
    tasks.reserve(n);
    state.ResumeTiming();
    for (std::size_t i = 0; i < n; ++i) tasks.push_back(sleeper(asleep));
    run_ready();
    tasks.clear();
    state.PauseTiming();
    check(asleep == state.range(0) && timer_heap.empty(), "cancel_sleeping");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(cancel_sleeping)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
