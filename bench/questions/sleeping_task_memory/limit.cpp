// How many bytes does a task take that sleeps?
#include <benchmark/benchmark.h>

#include <vector>

#include "contenders/limit/sleeper.hpp"
#include "live_bytes.hpp"
#include "questions/sleeping_task_memory.hpp"

namespace {

double bytes_of(const benchmark::State& state) {
  const long n = state.range(0);
  long asleep = 0;
  std::vector<Task<bool>> tasks;
  tasks.reserve(static_cast<std::size_t>(n));
  const std::size_t before = live_bytes();
  for (long i = 0; i < n; ++i) tasks.push_back(sleeper(asleep));
  run_ready();
  const std::size_t after = live_bytes();
  asked(state).check(state, asleep);
  return static_cast<double>(after - before);
}

void sleeping_task_memory(benchmark::State& state) {
  for (auto _ : state) state.counters["bytes"] = bytes_of(state) / static_cast<double>(state.range(0));
}
// Once: what a free list keeps is not counted a second time.
BENCHMARK(sleeping_task_memory)->Apply(ask)->Iterations(1);

}  // namespace
