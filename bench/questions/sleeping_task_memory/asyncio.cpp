// How many bytes does a task take that sleeps?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <vector>

#include "live_bytes.hpp"
#include "questions/sleeping_task_memory.hpp"

namespace {

asyncio::Coro<void> sleeper(long& asleep) {
  ++asleep;
  co_await asyncio::sleep(std::chrono::hours(1));
}

/// \returns the bytes of all of them, without the handles by which they are cancelled
asyncio::Coro<double> bytes_of(const benchmark::State& state) {
  const long n = state.range(0);
  long asleep = 0;
  std::vector<asyncio::Task<void>> tasks;
  tasks.reserve(static_cast<std::size_t>(n));
  const std::size_t before = live_bytes();
  for (long i = 0; i < n; ++i) tasks.push_back(asyncio::create_task(sleeper(asleep)));
  co_await asyncio::yield_now();
  const std::size_t after = live_bytes();
  asked(state).check(state, asleep);
  for (auto& task : tasks) task.cancel();
  co_return static_cast<double>(after - before);
}

void sleeping_task_memory(benchmark::State& state) {
  for (auto _ : state) state.counters["bytes"] = asyncio::run(bytes_of(state)) / static_cast<double>(state.range(0));
}
// Once: what a free list keeps is not counted a second time.
BENCHMARK(sleeping_task_memory)->Apply(ask)->Iterations(1);

}  // namespace
