// What does one timer among many cost: to insert it, and to cancel it?
#include <benchmark/benchmark.h>

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <vector>

#include "check.hpp"
#include "random_delays.hpp"
#include "size.hpp"

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

void measure(benchmark::State& state, Part timed) {
  check(cancel_half() == 500, "timers");
  const auto delays = random_delays(state.range(0), nanoseconds(std::chrono::hours(1)).count());
  for (auto _ : state) {
    state.PauseTiming();
    asio::io_context loop(ASIO_CONCURRENCY_HINT_UNSAFE);
    long fired = 0;
    Timers timers;
    timers.reserve(delays.size());
    if (timed == Part::insert) state.ResumeTiming();
    insert_all(loop, timers, delays, fired);
    if (timed == Part::insert) state.PauseTiming();

    if (timed == Part::cancel) state.ResumeTiming();
    for (asio::steady_timer& timer : timers) timer.cancel();
    if (timed == Part::cancel) state.PauseTiming();
    loop.run();
    check(fired == 0, "timers");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void timer_insert(benchmark::State& state) { measure(state, Part::insert); }
void timer_cancel(benchmark::State& state) { measure(state, Part::cancel); }
BENCHMARK(timer_insert)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);
BENCHMARK(timer_cancel)->Arg(size(1'000'000))->Unit(benchmark::kMillisecond);

}  // namespace
