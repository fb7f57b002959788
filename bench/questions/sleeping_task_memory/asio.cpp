// How many bytes does a coroutine take that sleeps?
#include <benchmark/benchmark.h>

#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>

#include "contenders/asio/run.hpp"
#include "live_bytes.hpp"
#include "questions/sleeping_task_memory.hpp"

namespace {

asio::awaitable<void> sleeper(long& asleep) {
  ++asleep;
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::hours(1));
  co_await timer.async_wait(asio::use_awaitable);
}

double bytes_of(const benchmark::State& state) {
  const long n = state.range(0);
  asio::io_context loop(ASIO_CONCURRENCY_HINT_UNSAFE);
  long asleep = 0;
  const std::size_t before = live_bytes();
  for (long i = 0; i < n; ++i) asio::co_spawn(loop, sleeper(asleep), asio::detached);
  loop.poll();
  const std::size_t after = live_bytes();
  asked(state).check(state, asleep);
  return static_cast<double>(after - before);
}

void sleeping_task_memory(benchmark::State& state) {
  for (auto _ : state) state.counters["bytes"] = bytes_of(state) / static_cast<double>(state.range(0));
}
BENCHMARK(sleeping_task_memory)->Apply(ask)->Iterations(1);

}  // namespace
