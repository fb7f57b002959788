// What does it cost to let the loop turn once? With one task and with many.
#include <benchmark/benchmark.h>

#include <vector>

#include "contenders/limit/coro.hpp"
#include "contenders/limit/task.hpp"
#include "questions/yield.hpp"

namespace {

Task<bool> yielder(const bool& stop, long& count) {
  while (!stop) {
    co_await Yield{};
    ++count;
  }
  co_return true;
}

/// The others and this coroutine take turns; this one counts them. \returns how often the others had theirs
Coro<long> take_turns(benchmark::State& state, long others, long turns) {
  bool stop = false;
  long count = 0;
  std::vector<Task<bool>> tasks;
  for (long i = 0; i < others; ++i) tasks.push_back(yielder(stop, count));
  co_await Yield{};
  state.ResumeTiming();
  for (long i = 0; i < turns; ++i) co_await Yield{};
  state.PauseTiming();
  stop = true;
  const long counted = count;
  for (auto& task : tasks) co_await task;
  co_return counted;
}

void yield(benchmark::State& state) {
  const long tasks = state.range(0);
  const long turns = asked(state).operations / tasks;
  timed_in_part(state, asked(state), [&] { return take_turns(state, tasks - 1, turns).run(); });
}
BENCHMARK(yield)->Apply(ask);

}  // namespace
