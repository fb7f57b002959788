// What does it cost to let the loop turn once? With one coroutine and with many.
#include <benchmark/benchmark.h>

#include <asio/detached.hpp>
#include <asio/post.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>

#include "contenders/asio/run.hpp"
#include "questions/yield.hpp"

namespace {

asio::awaitable<void> yielder(const bool& stop, long& count) {
  while (!stop) {
    co_await asio::post(asio::use_awaitable);
    ++count;
  }
}

/// The others and this coroutine take turns; this one counts them. \returns how often the others had theirs
asio::awaitable<long> take_turns(benchmark::State& state, long others, long turns, bool& stop, long& count) {
  const auto executor = co_await asio::this_coro::executor;
  for (long i = 0; i < others; ++i) asio::co_spawn(executor, yielder(stop, count), asio::detached);
  // A spawned coroutine starts one turn after it was posted: let all of them reach their first yield.
  while (count < others) co_await asio::post(asio::use_awaitable);
  const long before = count;
  state.ResumeTiming();
  for (long i = 0; i < turns; ++i) co_await asio::post(asio::use_awaitable);
  state.PauseTiming();
  stop = true;
  co_return count - before;
}

void yield(benchmark::State& state) {
  const long tasks = state.range(0);
  const long turns = asked(state).operations / tasks;
  timed_in_part(state, asked(state), [&] {
    bool stop = false;
    long count = 0;
    return run(take_turns(state, tasks - 1, turns, stop, count));
  });
}
BENCHMARK(yield)->Apply(ask);

}  // namespace
