// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
#include <benchmark/benchmark.h>

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <vector>

#include "check.hpp"
#include "random_delays.hpp"
#include "size.hpp"

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

void timer_fire(benchmark::State& state) {
  const auto delays = random_delays(state.range(0), nanoseconds(milliseconds(200)).count());
  for (auto _ : state) {
    state.PauseTiming();
    asio::io_context loop(ASIO_CONCURRENCY_HINT_UNSAFE);
    long fired = 0;
    std::vector<asio::steady_timer> timers;
    timers.reserve(delays.size());
    const auto start = asio::steady_timer::clock_type::now() + milliseconds(100);
    for (const auto delay : delays)
      timers.emplace_back(loop, start + nanoseconds(delay)).async_wait([&fired](asio::error_code error) {
        fired += !error;
      });
    state.ResumeTiming();
    loop.run();
    state.PauseTiming();
    check(fired == state.range(0), "timer_fire");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(timer_fire)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
