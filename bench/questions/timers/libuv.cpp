// What does one timer among many cost: to insert it, and to cancel it? libuv's have a resolution of a millisecond.
#include "timers.hpp"

#include <benchmark/benchmark.h>

#include "random_delays.hpp"
#include "size.hpp"

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

/// Every other one of a thousand is cancelled: the others fire.
long cancel_half() {
  Timers timers(1'000);
  timers.insert_all(random_delays(1'000, 2));
  for (std::size_t i = 0; i < 1'000; i += 2) timers.cancel(i);
  timers.run();
  return timers.fired();
}

enum class Part { insert, cancel };

void measure(benchmark::State& state, Part timed) {
  check(cancel_half() == 500, "timers");
  const auto delays = random_delays(state.range(0), hour_ms);
  for (auto _ : state) {
    state.PauseTiming();
    {
      Timers timers(delays.size());
      if (timed == Part::insert) state.ResumeTiming();
      timers.insert_all(delays);
      if (timed == Part::insert) state.PauseTiming();

      if (timed == Part::cancel) state.ResumeTiming();
      for (std::size_t i = 0; i < delays.size(); ++i) timers.cancel(i);
      if (timed == Part::cancel) state.PauseTiming();
      check(timers.fired() == 0, "timers");
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);
BENCHMARK(timer_cancel)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);

}  // namespace
