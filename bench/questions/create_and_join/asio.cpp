// What does a task cost, from its creation to its result, when all are created first and joined then?
#include <benchmark/benchmark.h>

#include <asio/this_coro.hpp>

#include "contenders/asio/join.hpp"
#include "contenders/asio/run.hpp"
#include "questions/create_and_join.hpp"

namespace {

asio::awaitable<long> one() { co_return 1; }

asio::awaitable<long> create_then_join(long n) {
  const auto executor = co_await asio::this_coro::executor;
  Join join(executor, n);
  long total = 0;
  for (long i = 0; i < n; ++i)
    asio::co_spawn(executor, one(), [&join, &total](const std::exception_ptr&, long value) {
      total += value;
      join.done();
    });
  co_await join.wait();
  co_return total;
}

void create_and_join(benchmark::State& state) {
  timed(state, asked(state), [&] { return run(create_then_join(asked(state).arg)); });
}
BENCHMARK(create_and_join)->Apply(ask);

}  // namespace
