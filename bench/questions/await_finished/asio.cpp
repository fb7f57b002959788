// What does it cost to await a coroutine that returns at once?
#include <benchmark/benchmark.h>

#include "contenders/asio/run.hpp"
#include "questions/await_finished.hpp"

namespace {

asio::awaitable<long> one() { co_return 1; }

asio::awaitable<long> sum(long n) {
  long total = 0;
  for (long i = 0; i < n; ++i) total += co_await one();
  co_return total;
}

void await_finished(benchmark::State& state) {
  timed(state, asked(state), [&] { return run(sum(asked(state).operations)); });
}
BENCHMARK(await_finished)->Apply(ask);

}  // namespace
