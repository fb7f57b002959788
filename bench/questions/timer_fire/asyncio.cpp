// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
// Native only: in WebAssembly no clock tells the processor's time from the time that passes.
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>
#include <vector>

#include "questions/timer_fire.hpp"
#include "random_delays.hpp"

namespace {

/// \returns how many fired
asyncio::Coro<long> fire_all(benchmark::State& state) {
  const auto delays = random_delays(state.range(0), asyncio::Duration(std::chrono::milliseconds(200)).count());
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  const auto all_fired = loop.create_future();
  long fired = 0;
  // All are there before the first is due.
  const auto start = loop.time() + std::chrono::milliseconds(100);
  for (const std::int64_t delay : delays)
    loop.call_at(start + asyncio::Duration(delay), [&state, &fired, &all_fired] {
      if (++fired == state.range(0)) all_fired.set_result();
    });
  state.ResumeTiming();
  co_await all_fired;
  state.PauseTiming();
  co_return fired;
}

void timer_fire(benchmark::State& state) {
  timed_in_part(state, asked(state), [&] { return asyncio::run(fire_all(state)); });
}
BENCHMARK(timer_fire)->Apply(ask);

}  // namespace
