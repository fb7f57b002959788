// What does one timer among many cost: to insert it, and to cancel it?
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <vector>

#include "contenders/limit/timer_heap.hpp"
#include "questions/timers.hpp"
#include "random_delays.hpp"

namespace {

using std::chrono::nanoseconds;

std::int64_t now() { return nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The clock is read for each timer: that is part of what `call_later` has to do.
void insert_all(TimerHeap& heap, std::vector<Timer>& timers, const std::vector<std::int64_t>& delays) {
  for (std::size_t i = 0; i < delays.size(); ++i) heap.add(timers[i], now() + delays[i]);
}

/// Whether they come out in order after every other one was cancelled. \returns how many come out
long cancel_half() {
  TimerHeap heap;
  std::vector<Timer> timers(1'000);
  insert_all(heap, timers, random_delays(1'000, 1'000'000'000));
  for (std::size_t i = 0; i < timers.size(); i += 2) heap.remove(timers[i]);
  long popped = 0;
  for (std::int64_t last = 0; !heap.empty() && heap.next() >= last; heap.remove(heap.first())) {
    last = heap.next();
    ++popped;
  }
  return popped;
}

enum class Part { insert, cancel };

/// \returns how many are left
long insert_and_cancel(benchmark::State& state, const std::vector<std::int64_t>& delays, Part part) {
  TimerHeap heap;
  std::vector<Timer> timers(delays.size());
  if (part == Part::insert) state.ResumeTiming();
  insert_all(heap, timers, delays);
  if (part == Part::insert) state.PauseTiming();

  if (part == Part::cancel) state.ResumeTiming();
  for (const Timer& timer : timers) heap.remove(timer);
  if (part == Part::cancel) state.PauseTiming();
  long left = 0;
  for (; !heap.empty(); heap.remove(heap.first())) ++left;
  return left;
}

void measure(benchmark::State& state, Part part) {
  const long half = cancel_half();
  const auto delays = random_delays(state.range(0), nanoseconds(std::chrono::hours(1)).count());
  timed_in_part(state, asked(state), [&] { return half + insert_and_cancel(state, delays, part); });
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Apply(ask);
BENCHMARK(timer_cancel)->Apply(ask);

}  // namespace
