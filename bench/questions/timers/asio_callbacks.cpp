// What does one timer among many cost: to insert it, and to cancel it?
#include <benchmark/benchmark.h>

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <vector>

#include "questions/timers.hpp"
#include "random_delays.hpp"

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Timers = std::vector<asio::steady_timer>;

void insert_all(asio::io_context& loop, Timers& timers, const std::vector<std::int64_t>& delays, long& fired) {
  for (const std::int64_t delay : delays)
    timers.emplace_back(loop, nanoseconds(delay)).async_wait([&fired](asio::error_code error) { fired += !error; });
}

/// Every other one of a thousand is cancelled: the others fire.
long cancel_half() {
  asio::io_context loop(ASIO_CONCURRENCY_HINT_UNSAFE);
  long fired = 0;
  Timers timers;
  timers.reserve(1'000);
  insert_all(loop, timers, random_delays(1'000, nanoseconds(milliseconds(2)).count()), fired);
  for (std::size_t i = 0; i < timers.size(); i += 2) timers[i].cancel();
  loop.run();
  return fired;
}

enum class Part { insert, cancel };

/// \returns how many fired all the same
long insert_and_cancel(benchmark::State& state, const std::vector<std::int64_t>& delays, Part part) {
  asio::io_context loop(ASIO_CONCURRENCY_HINT_UNSAFE);
  long fired = 0;
  Timers timers;
  timers.reserve(delays.size());
  if (part == Part::insert) state.ResumeTiming();
  insert_all(loop, timers, delays, fired);
  if (part == Part::insert) state.PauseTiming();

  if (part == Part::cancel) state.ResumeTiming();
  for (asio::steady_timer& timer : timers) timer.cancel();
  if (part == Part::cancel) state.PauseTiming();
  loop.run();
  return fired;
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
