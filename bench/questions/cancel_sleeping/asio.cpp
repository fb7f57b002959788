// What does it cost to create a coroutine that sleeps, and to cancel it?
#include <benchmark/benchmark.h>

#include <algorithm>
#include <asio/bind_cancellation_slot.hpp>
#include <asio/cancellation_signal.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>
#include <deque>

#include "contenders/asio/join.hpp"
#include "contenders/asio/run.hpp"
#include "questions/cancel_sleeping.hpp"

namespace {

asio::awaitable<void> sleeper(long& asleep) {
  ++asleep;
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::hours(1));
  co_await timer.async_wait(asio::use_awaitable);
}

/// \returns how many slept and were cancelled
asio::awaitable<long> create_and_cancel(benchmark::State& state) {
  const auto executor = co_await asio::this_coro::executor;
  const long n = state.range(0);
  long asleep = 0;
  long cancelled = 0;
  Join join(executor, n);
  state.ResumeTiming();
  std::deque<asio::cancellation_signal> signals(static_cast<std::size_t>(n));
  for (asio::cancellation_signal& signal : signals)
    asio::co_spawn(executor, sleeper(asleep),
                   asio::bind_cancellation_slot(signal.slot(), [&](const std::exception_ptr& error) {
                     cancelled += error != nullptr;
                     join.done();
                   }));
  while (asleep < n) co_await asio::post(asio::use_awaitable);
  for (asio::cancellation_signal& signal : signals) signal.emit(asio::cancellation_type::terminal);
  co_await join.wait();
  state.PauseTiming();
  co_return std::min(asleep, cancelled);
}

void cancel_sleeping(benchmark::State& state) {
  timed_in_part(state, asked(state), [&] { return run(create_and_cancel(state)); });
}
BENCHMARK(cancel_sleeping)->Apply(ask);

}  // namespace
