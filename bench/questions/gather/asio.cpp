// What does a child cost when one waits for the results of many?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <asio/this_coro.hpp>
#include <numeric>
#include <vector>

#include "check.hpp"
#include "join.hpp"
#include "run.hpp"
#include "size.hpp"

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

asio::awaitable<long> gather_often(long children, long times) {
  long total = 0;
  for (long i = 0; i < times; ++i) {
    const std::vector<long> results = co_await gather_numbers(children);
    total += std::accumulate(results.begin(), results.end(), 0L);
  }
  co_return total;
}

void gather(benchmark::State& state) {
  const long children = state.range(0);
  const long times = std::max(size(100'000) / children, 1L);
  check(run(gather_often(children, times)) == times * (children * (children - 1) / 2), "gather");
  for (auto _ : state) benchmark::DoNotOptimize(run(gather_often(children, times)));
  state.SetItemsProcessed(state.iterations() * children * times);
}
BENCHMARK(gather)->Arg(10)->Arg(1'000)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
