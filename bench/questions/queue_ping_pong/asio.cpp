// What does a message cost that one coroutine sends through a channel while another waits for it?
#include <benchmark/benchmark.h>

#include <asio/experimental/channel.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>

#include "contenders/asio/join.hpp"
#include "contenders/asio/run.hpp"
#include "questions/queue_ping_pong.hpp"

namespace {

using Channel = asio::experimental::channel<void(asio::error_code, long)>;

/// Sends each number back, one higher.
asio::awaitable<void> pong(Channel& in, Channel& out, long n) {
  for (long i = 0; i < n; ++i) {
    const long value = co_await in.async_receive(asio::use_awaitable);
    out.try_send(asio::error_code(), value + 1);
  }
}

asio::awaitable<long> play(long rounds) {
  const auto executor = co_await asio::this_coro::executor;
  Channel to(executor, 1);
  Channel back(executor, 1);
  Join join(executor, 1);
  asio::co_spawn(executor, pong(to, back, rounds), [&join](const std::exception_ptr&) { join.done(); });
  long value = 0;
  for (long i = 0; i < rounds; ++i) {
    to.try_send(asio::error_code(), value);
    value = co_await back.async_receive(asio::use_awaitable);
    ++value;
  }
  co_await join.wait();
  co_return value;
}

void queue_ping_pong(benchmark::State& state) {
  timed(state, asked(state), [&] { return run(play(asked(state).operations / 2)); });
}
BENCHMARK(queue_ping_pong)->Apply(ask);

}  // namespace
