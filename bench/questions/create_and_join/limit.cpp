// What does a task cost, from its creation to its result, when all are created first and joined then?
#include <benchmark/benchmark.h>

#include <vector>

#include "contenders/limit/coro.hpp"
#include "contenders/limit/task.hpp"
#include "questions/create_and_join.hpp"

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
  timed(state, asked(state), [&] { return create_then_join(asked(state).arg).run(); });
}
BENCHMARK(create_and_join)->Apply(ask);

}  // namespace
