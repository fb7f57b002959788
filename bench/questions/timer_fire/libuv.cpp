// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "contenders/libuv/timers.hpp"
#include "questions/timer_fire.hpp"
#include "random_delays.hpp"

namespace {

/// \returns how many fired
long fire_all(benchmark::State& state, const std::vector<std::int64_t>& delays) {
  Timers timers(delays.size());
  timers.insert_all(delays);
  state.ResumeTiming();
  timers.run();
  state.PauseTiming();
  return timers.fired();
}

void timer_fire(benchmark::State& state) {
  auto delays = random_delays(state.range(0), 200);
  for (auto& delay : delays) delay += 100;
  timed_in_part(state, asked(state), [&] { return fire_all(state, delays); });
}
BENCHMARK(timer_fire)->Apply(ask);

}  // namespace
