// What does it cost to create a task that sleeps, and to cancel it?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <asyncio/asyncio.hpp>
#include <vector>

#include "check.hpp"
#include "size.hpp"

namespace {

asyncio::Coro<void> sleeper() { co_await asyncio::sleep(std::chrono::hours(1)); }

/// \returns whether every task was cancelled
asyncio::Coro<bool> create_and_cancel(benchmark::State& state) {
  std::vector<asyncio::Task<void>> tasks;
  tasks.reserve(static_cast<std::size_t>(state.range(0)));
  state.ResumeTiming();
  for (long i = 0; i < state.range(0); ++i) tasks.push_back(asyncio::create_task(sleeper()));
  co_await asyncio::yield_now();
  for (auto& task : tasks) task.cancel();
  // They end in the order in which they were cancelled.
  while (!tasks.back().done()) co_await asyncio::yield_now();
  state.PauseTiming();
  co_return std::all_of(tasks.begin(), tasks.end(), [](const auto& task) { return task.cancelled(); });
}

void cancel_sleeping(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    check(asyncio::run(create_and_cancel(state)), "cancel_sleeping");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(cancel_sleeping)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
