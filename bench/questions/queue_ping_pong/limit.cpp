// What does a message cost that one task puts into a queue while another waits for it?
#include <benchmark/benchmark.h>

#include <coroutine>

#include "contenders/limit/coro.hpp"
#include "contenders/limit/task.hpp"
#include "questions/queue_ping_pong.hpp"

namespace {

/// A queue with room for one, and one who gets.
class Slot {
 public:
  void put(long value) noexcept {
    value_ = value;
    full_ = true;
    if (!getter_.handle) return;
    ready_queue.push(getter_);
  }
  auto get() noexcept {
    struct Get {
      bool await_ready() const noexcept { return slot.full_; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) const noexcept {
        slot.getter_.handle = caller;
        return ready_queue.pop();
      }
      long await_resume() const noexcept {
        slot.getter_.handle = nullptr;
        slot.full_ = false;
        return slot.value_;
      }
      Slot& slot;
    };
    return Get{*this};
  }

 private:
  Ready getter_;
  long value_ = 0;
  bool full_ = false;
};

/// Sends each number back, one higher.
Task<bool> pong(Slot& in, Slot& out, long n) {
  for (long i = 0; i < n; ++i) out.put(co_await in.get() + 1);
  co_return true;
}

Coro<long> play(long rounds) {
  Slot to;
  Slot back;
  auto partner = pong(to, back, rounds);
  long value = 0;
  for (long i = 0; i < rounds; ++i) {
    to.put(value);
    value = co_await back.get() + 1;
  }
  co_await partner;
  co_return value;
}

void queue_ping_pong(benchmark::State& state) {
  timed(state, asked(state), [&] { return play(asked(state).operations / 2).run(); });
}
BENCHMARK(queue_ping_pong)->Apply(ask);

}  // namespace
