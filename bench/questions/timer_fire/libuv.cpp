// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
#include <benchmark/benchmark.h>

#include "random_delays.hpp"
#include "size.hpp"
#include "timers.hpp"

namespace {

void timer_fire(benchmark::State& state) {
  auto delays = random_delays(state.range(0), 200);
  for (auto& delay : delays) delay += 100;
  for (auto _ : state) {
    state.PauseTiming();
    {
      Timers timers(delays.size());
      timers.insert_all(delays);
      state.ResumeTiming();
      timers.run();
      state.PauseTiming();
      check(timers.fired() == state.range(0), "timer_fire");
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(timer_fire)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
