// What does it cost to create a task that sleeps, and to cancel it?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <asyncio/asyncio.hpp>
#include <vector>

#include "questions/cancel_sleeping.hpp"

namespace {

asyncio::Coro<void> sleeper(long& asleep) {
  ++asleep;
  co_await asyncio::sleep(std::chrono::hours(1));
}

/// \returns how many slept and were cancelled
asyncio::Coro<long> create_and_cancel(benchmark::State& state) {
  long asleep = 0;
  std::vector<asyncio::Task<void>> tasks;
  tasks.reserve(static_cast<std::size_t>(state.range(0)));
  state.ResumeTiming();
  for (long i = 0; i < state.range(0); ++i) tasks.push_back(asyncio::create_task(sleeper(asleep)));
  co_await asyncio::yield_now();
  for (auto& task : tasks) task.cancel();
  // They end in the order in which they were cancelled.
  while (!tasks.back().done()) co_await asyncio::yield_now();
  state.PauseTiming();
  const long cancelled = std::count_if(tasks.begin(), tasks.end(), [](const auto& task) { return task.cancelled(); });
  co_return std::min(asleep, cancelled);
}

void cancel_sleeping(benchmark::State& state) {
  timed_in_part(state, asked(state), [&] { return asyncio::run(create_and_cancel(state)); });
}
BENCHMARK(cancel_sleeping)->Apply(ask);

}  // namespace
