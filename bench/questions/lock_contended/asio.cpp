// What does it cost to take a lock for which a thousand others stand in line?
#include <benchmark/benchmark.h>

#include <asio/post.hpp>
#include <asio/this_coro.hpp>

#include "contenders/asio/join.hpp"
#include "contenders/asio/lock.hpp"
#include "contenders/asio/run.hpp"
#include "questions/lock_contended.hpp"
#include "turnstile.hpp"

namespace {

asio::awaitable<void> visitor(Turnstile& turnstile, Lock& lock, long& in_line, long who, long times) {
  ++in_line;
  for (long i = 0; i < times; ++i) {
    co_await lock.acquire();
    turnstile.pass(who);
    lock.release();
  }
}

/// \returns how many took the lock in their turn, if it is free in the end
asio::awaitable<long> visit(benchmark::State& state, long visitors, long times) {
  const auto executor = co_await asio::this_coro::executor;
  Turnstile turnstile(visitors);
  Lock lock(executor);
  Join join(executor, visitors);
  long in_line = 0;
  co_await lock.acquire();
  for (long who = 0; who < visitors; ++who)
    asio::co_spawn(executor, visitor(turnstile, lock, in_line, who, times),
                   [&join](const std::exception_ptr&) { join.done(); });
  while (in_line < visitors) co_await asio::post(asio::use_awaitable);
  state.ResumeTiming();
  lock.release();
  co_await join.wait();
  state.PauseTiming();
  co_return lock.locked() ? 0 : turnstile.passes();
}

void lock_contended(benchmark::State& state) {
  const long visitors = state.range(0);
  const long times = asked(state).operations / visitors;
  timed_in_part(state, asked(state), [&] { return run(visit(state, visitors, times)); });
}
BENCHMARK(lock_contended)->Apply(ask);

}  // namespace
