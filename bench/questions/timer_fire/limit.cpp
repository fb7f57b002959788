// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
#include <benchmark/benchmark.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <vector>

#include "contenders/limit/timer_heap.hpp"
#include "questions/timer_fire.hpp"
#include "random_delays.hpp"

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

std::int64_t now() { return nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// \returns how many fired
long run(TimerHeap& heap, int epoll) {
  constexpr std::int64_t ns_per_ms = 1'000'000;
  long fired = 0;
  while (!heap.empty()) {
    const std::int64_t wait = (heap.next() - now() + ns_per_ms - 1) / ns_per_ms;
    epoll_event event;
    if (wait > 0) epoll_wait(epoll, &event, 1, static_cast<int>(wait));
    for (const std::int64_t time = now(); !heap.empty() && heap.next() <= time; ++fired) heap.remove(heap.first());
  }
  return fired;
}

long fire_all(benchmark::State& state, const std::vector<std::int64_t>& delays, int epoll) {
  TimerHeap heap;
  std::vector<Timer> timers(delays.size());
  const std::int64_t start = now() + nanoseconds(milliseconds(100)).count();
  for (std::size_t i = 0; i < delays.size(); ++i) heap.add(timers[i], start + delays[i]);
  state.ResumeTiming();
  const long fired = run(heap, epoll);
  state.PauseTiming();
  return fired;
}

void timer_fire(benchmark::State& state) {
  const auto delays = random_delays(state.range(0), nanoseconds(milliseconds(200)).count());
  const int epoll = epoll_create1(0);
  timed_in_part(state, asked(state), [&] { return fire_all(state, delays, epoll); });
  close(epoll);
}
BENCHMARK(timer_fire)->Apply(ask);

}  // namespace
