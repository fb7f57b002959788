// What does it cost to await a coroutine that returns at once?
#include <benchmark/benchmark.h>

#include "contenders/limit/coro.hpp"
#include "questions/await_finished.hpp"

namespace {

// Not inline: else clang does away with the frame, and it is the price of a coroutine with one that is asked for.
[[gnu::noinline]] Coro<long> one() { co_return 1; }

Coro<long> sum(long n) {
  long total = 0;
  for (long i = 0; i < n; ++i) total += co_await one();
  co_return total;
}

void await_finished(benchmark::State& state) {
  timed(state, asked(state), [&] { return sum(asked(state).operations).run(); });
}
BENCHMARK(await_finished)->Apply(ask);

}  // namespace
