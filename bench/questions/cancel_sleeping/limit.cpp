// What does it cost to create a task that sleeps, and to cancel it?
#include <benchmark/benchmark.h>

#include <vector>

#include "contenders/limit/coro.hpp"
#include "contenders/limit/sleeper.hpp"
#include "questions/cancel_sleeping.hpp"

namespace {

/// \returns how many slept and were cancelled
long create_and_cancel(benchmark::State& state) {
  long asleep = 0;
  std::vector<Task<bool>> tasks;
  tasks.reserve(static_cast<std::size_t>(state.range(0)));
  state.ResumeTiming();
  for (long i = 0; i < state.range(0); ++i) tasks.push_back(sleeper(asleep));
  run_ready();
  tasks.clear();
  state.PauseTiming();
  return timer_heap.empty() ? asleep : 0;
}

void cancel_sleeping(benchmark::State& state) {
  timed_in_part(state, asked(state), [&] { return create_and_cancel(state); });
}
BENCHMARK(cancel_sleeping)->Apply(ask);

}  // namespace
