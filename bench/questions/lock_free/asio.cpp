// What does it cost to take a lock that is free, and to release it?
#include <benchmark/benchmark.h>

#include <asio/this_coro.hpp>

#include "contenders/asio/lock.hpp"
#include "contenders/asio/run.hpp"
#include "questions/lock_free.hpp"

namespace {

asio::awaitable<long> take_often(long n) {
  Lock lock(co_await asio::this_coro::executor);
  long taken = 0;
  for (long i = 0; i < n; ++i) {
    co_await lock.acquire();
    taken += lock.locked();
    lock.release();
  }
  co_return taken;
}

void lock_free(benchmark::State& state) {
  timed(state, asked(state), [&] { return run(take_often(asked(state).operations)); });
}
BENCHMARK(lock_free)->Apply(ask);

}  // namespace
