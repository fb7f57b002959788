// What does a child cost when one waits for the results of many?
#include <benchmark/benchmark.h>

#include <asio/this_coro.hpp>
#include <cstdint>
#include <numeric>
#include <vector>

#include "contenders/asio/join.hpp"
#include "contenders/asio/run.hpp"
#include "questions/gather.hpp"

namespace {

asio::awaitable<long> number(long i) { co_return i; }

asio::awaitable<std::vector<long>> gather_numbers(long children) {
  const auto executor = co_await asio::this_coro::executor;
  std::vector<long> results(static_cast<std::size_t>(children));
  Join join(executor, children);
  for (long child = 0; child < children; ++child)
    asio::co_spawn(executor, number(child),
                   [&join, &result = results[static_cast<std::size_t>(child)]](const std::exception_ptr&, long value) {
                     result = value;
                     join.done();
                   });
  co_await join.wait();
  co_return results;
}

asio::awaitable<std::int64_t> gather_often(long children, long times) {
  std::int64_t total = 0;
  for (long i = 0; i < times; ++i) {
    const std::vector<long> results = co_await gather_numbers(children);
    total += std::accumulate(results.begin(), results.end(), std::int64_t{0});
  }
  co_return total;
}

void gather(benchmark::State& state) {
  const long children = state.range(0);
  const long times = asked(state).operations / children;
  timed(state, asked(state), [&] { return run(gather_often(children, times)); });
}
BENCHMARK(gather)->Apply(ask);

}  // namespace
