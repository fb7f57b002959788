// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
#include <benchmark/benchmark.h>

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <vector>

#include "questions/timer_fire.hpp"
#include "random_delays.hpp"

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

/// \returns how many fired
long fire_all(benchmark::State& state, const std::vector<std::int64_t>& delays) {
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
  return fired;
}

void timer_fire(benchmark::State& state) {
  const auto delays = random_delays(state.range(0), nanoseconds(milliseconds(200)).count());
  timed_in_part(state, asked(state), [&] { return fire_all(state, delays); });
}
BENCHMARK(timer_fire)->Apply(ask);

}  // namespace
