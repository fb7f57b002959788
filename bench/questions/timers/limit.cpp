// What does one timer among many cost: to insert it, and to cancel it?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#include "check.hpp"
#include "random_delays.hpp"
#include "size.hpp"
#include "timer_heap.hpp"

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

void measure(benchmark::State& state, Part timed) {
  check(cancel_half() == 500, "timers");
  const auto delays = random_delays(state.range(0), nanoseconds(std::chrono::hours(1)).count());
  for (auto _ : state) {
    state.PauseTiming();
    TimerHeap heap;
    std::vector<Timer> timers(delays.size());
    if (timed == Part::insert) state.ResumeTiming();
    insert_all(heap, timers, delays);
    if (timed == Part::insert) state.PauseTiming();

    if (timed == Part::cancel) state.ResumeTiming();
    for (const Timer& timer : timers) heap.remove(timer);
    if (timed == Part::cancel) state.PauseTiming();
    check(heap.empty(), "timers");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);
BENCHMARK(timer_cancel)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);

}  // namespace
