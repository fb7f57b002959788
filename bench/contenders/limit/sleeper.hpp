#pragma once

#include <chrono>
#include <coroutine>
#include <cstdint>

#include "task.hpp"
#include "timer_heap.hpp"

inline TimerHeap timer_heap;

/// Waits for a timer, which goes away with it.
struct Sleep {
  explicit Sleep(std::chrono::nanoseconds delay) noexcept : delay(delay) {}
  Sleep(const Sleep&) = delete;
  Sleep& operator=(const Sleep&) = delete;
  ~Sleep() { timer_heap.remove(timer); }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<>) {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    timer_heap.add(timer, std::chrono::nanoseconds(now + delay).count());
    return ready_queue.pop();
  }
  void await_resume() const noexcept {}

  std::chrono::nanoseconds delay;
  Timer timer{};
};

/// Sleeps, and is never woken: to cancel it is to destroy it.
inline Task<bool> sleeper(long& asleep) {
  ++asleep;
  Sleep sleep{std::chrono::hours(1)};
  co_await sleep;
  co_return true;
}
