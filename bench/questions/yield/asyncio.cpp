// What does it cost to let the loop turn once: sleep(0)? With one task and with many.
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <vector>

#include "questions/yield.hpp"

namespace {

asyncio::Sleep turn() { return asyncio::sleep(asyncio::Duration::zero()); }

asyncio::Coro<void> yielder(const bool& stop, long& count) {
  while (!stop) {
    co_await turn();
    ++count;
  }
}

/// The others and this task take turns; this one counts them. \returns how often the others had theirs
asyncio::Coro<long> take_turns(benchmark::State& state, long others, long turns) {
  bool stop = false;
  long count = 0;
  std::vector<asyncio::Task<void>> tasks;
  for (long i = 0; i < others; ++i) tasks.push_back(asyncio::create_task(yielder(stop, count)));
  co_await turn();
  state.ResumeTiming();
  for (long i = 0; i < turns; ++i) co_await turn();
  state.PauseTiming();
  stop = true;
  const long counted = count;
  for (auto& task : tasks) co_await task;
  co_return counted;
}

void yield(benchmark::State& state) {
  const long tasks = state.range(0);
  const long turns = asked(state).operations / tasks;
  timed_in_part(state, asked(state), [&] { return asyncio::run(take_turns(state, tasks - 1, turns)); });
}
BENCHMARK(yield)->Apply(ask);

}  // namespace
