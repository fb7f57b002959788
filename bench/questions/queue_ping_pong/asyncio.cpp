// What does a message cost that one task puts into a queue while another waits for it?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>

#include "questions/queue_ping_pong.hpp"

namespace {

using Queue = asyncio::Queue<long>;

/// Sends each number back, one higher.
asyncio::Coro<void> pong(Queue& in, Queue& out, long n) {
  for (long i = 0; i < n; ++i) out.put_nowait(co_await in.get() + 1);
}

asyncio::Coro<long> play(long rounds) {
  Queue to;
  Queue back;
  auto partner = asyncio::create_task(pong(to, back, rounds));
  long value = 0;
  for (long i = 0; i < rounds; ++i) {
    to.put_nowait(value);
    value = co_await back.get() + 1;
  }
  co_await partner;
  co_return value;
}

void queue_ping_pong(benchmark::State& state) {
  timed(state, asked(state), [&] { return asyncio::run(play(asked(state).operations / 2)); });
}
BENCHMARK(queue_ping_pong)->Apply(ask);

}  // namespace
