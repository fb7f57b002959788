// What does it cost, in time of the processor, to fire one of many timers that come due one after the other?
// Native only: in WebAssembly no clock tells the processor's time from the time that passes.
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>
#include <vector>

#include "check.hpp"
#include "random_delays.hpp"
#include "size.hpp"

namespace {

asyncio::Coro<long> fire_all(benchmark::State& state) {
  const auto delays = random_delays(state.range(0), asyncio::Duration(std::chrono::milliseconds(200)).count());
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  const auto all_fired = loop.create_future();
  long left = static_cast<long>(delays.size());
  // All are there before the first is due.
  const auto start = loop.time() + std::chrono::milliseconds(100);
  for (const std::int64_t delay : delays)
    loop.call_at(start + asyncio::Duration(delay), [&left, &all_fired] {
      if (--left == 0) all_fired.set_result();
    });
  state.ResumeTiming();
  co_await all_fired;
  state.PauseTiming();
  co_return left;
}

void timer_fire(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    check(asyncio::run(fire_all(state)) == 0, "timer_fire");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(timer_fire)->Arg(size(100'000))->Unit(benchmark::kMillisecond);

}  // namespace
