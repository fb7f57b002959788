// What does one timer among many cost: to insert it, and to cancel it?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>
#include <vector>

#include "check.hpp"
#include "random_delays.hpp"
#include "size.hpp"

namespace {

using asyncio::Coro;
using asyncio::Duration;
using std::chrono::hours;
using std::chrono::milliseconds;

std::vector<asyncio::TimerHandle> insert_all(const std::vector<std::int64_t>& delays, long& fired) {
  asyncio::EventLoop& loop = asyncio::get_running_loop();
  std::vector<asyncio::TimerHandle> handles;
  handles.reserve(delays.size());
  for (const std::int64_t delay : delays) handles.push_back(loop.call_later(Duration(delay), [&fired] { ++fired; }));
  return handles;
}

/// Every other one of a thousand is cancelled: the others fire.
Coro<long> cancel_half() {
  long fired = 0;
  auto handles = insert_all(random_delays(1'000, Duration(milliseconds(2)).count()), fired);
  for (std::size_t i = 0; i < handles.size(); i += 2) handles[i].cancel();
  co_await asyncio::sleep(milliseconds(3));
  co_return fired;
}

enum class Part { insert, cancel };

Coro<void> insert_and_cancel(benchmark::State& state, Part timed) {
  const auto delays = random_delays(state.range(0), Duration(hours(1)).count());
  long fired = 0;
  if (timed == Part::insert) state.ResumeTiming();
  auto handles = insert_all(delays, fired);
  if (timed == Part::insert) state.PauseTiming();

  if (timed == Part::cancel) state.ResumeTiming();
  for (asyncio::TimerHandle& handle : handles) handle.cancel();
  if (timed == Part::cancel) state.PauseTiming();
  co_return;
}

void measure(benchmark::State& state, Part timed) {
  check(asyncio::run(cancel_half()) == 500, "timers");
  for (auto _ : state) {
    state.PauseTiming();
    asyncio::run(insert_and_cancel(state, timed));
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);
BENCHMARK(timer_cancel)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);

}  // namespace
