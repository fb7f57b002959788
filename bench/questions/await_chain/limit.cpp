// What does a level cost in a chain of awaits, each coroutine awaiting the next one down?
#include <benchmark/benchmark.h>

#include "contenders/limit/coro.hpp"
#include "questions/await_chain.hpp"

namespace {

Coro<long> descend(long levels) {
  if (levels == 0) co_return 0;
  co_return 1 + co_await descend(levels - 1);
}

Coro<long> descend_often(long levels, long times) {
  long total = 0;
  for (long i = 0; i < times; ++i) total += co_await descend(levels);
  co_return total;
}

void await_chain(benchmark::State& state) {
  const long levels = state.range(0);
  const long times = asked(state).operations / levels;
  timed(state, asked(state), [&] { return descend_often(levels, times).run(); });
}
BENCHMARK(await_chain)->Apply(ask);

}  // namespace
