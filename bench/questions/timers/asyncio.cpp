// What does one timer among many cost: to insert it, and to cancel it?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>
#include <cstdint>
#include <vector>

#include "questions/timers.hpp"
#include "random_delays.hpp"

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

/// \returns how many fired all the same
Coro<long> insert_and_cancel(benchmark::State& state, Part part) {
  const auto delays = random_delays(state.range(0), Duration(hours(1)).count());
  long fired = 0;
  if (part == Part::insert) state.ResumeTiming();
  auto handles = insert_all(delays, fired);
  if (part == Part::insert) state.PauseTiming();

  if (part == Part::cancel) state.ResumeTiming();
  for (asyncio::TimerHandle& handle : handles) handle.cancel();
  if (part == Part::cancel) state.PauseTiming();
  co_await asyncio::yield_now();
  co_return fired;
}

void measure(benchmark::State& state, Part part) {
  const long half = asyncio::run(cancel_half());
  timed_in_part(state, asked(state), [&] { return half + asyncio::run(insert_and_cancel(state, part)); });
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Apply(ask);
BENCHMARK(timer_cancel)->Apply(ask);

}  // namespace
