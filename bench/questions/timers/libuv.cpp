// What does one timer among many cost: to insert it, and to cancel it? libuv's have a resolution of a millisecond.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "contenders/libuv/timers.hpp"
#include "questions/timers.hpp"
#include "random_delays.hpp"

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

/// \returns how many fired all the same
long insert_and_cancel(benchmark::State& state, const std::vector<std::int64_t>& delays, Part part) {
  Timers timers(delays.size());
  if (part == Part::insert) state.ResumeTiming();
  timers.insert_all(delays);
  if (part == Part::insert) state.PauseTiming();

  if (part == Part::cancel) state.ResumeTiming();
  for (std::size_t i = 0; i < delays.size(); ++i) timers.cancel(i);
  if (part == Part::cancel) state.PauseTiming();
  timers.run();
  return timers.fired();
}

void measure(benchmark::State& state, Part part) {
  const long half = cancel_half();
  const auto delays = random_delays(state.range(0), hour_ms);
  timed_in_part(state, asked(state), [&] { return half + insert_and_cancel(state, delays, part); });
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Apply(ask);
BENCHMARK(timer_cancel)->Apply(ask);

}  // namespace
