// What does it cost to take a lock that is free, and to release it?
#include <benchmark/benchmark.h>

#include <asyncio/asyncio.hpp>

#include "questions/lock_free.hpp"

namespace {

asyncio::Coro<long> take_often(long n) {
  asyncio::Lock lock;
  long taken = 0;
  for (long i = 0; i < n; ++i) {
    co_await lock.acquire();
    taken += lock.locked();
    lock.release();
  }
  co_return taken;
}

void lock_free(benchmark::State& state) {
  timed(state, asked(state), [&] { return asyncio::run(take_often(asked(state).operations)); });
}
BENCHMARK(lock_free)->Apply(ask);

}  // namespace
