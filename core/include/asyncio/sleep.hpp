#pragma once

/// \file
/// `sleep`. Source: Lib/asyncio/tasks.py.

#include "asyncio/clock.hpp"
#include "asyncio/detail/coroutine/operation.hpp"
#include "asyncio/detail/loop/timer.hpp"
#include "asyncio/detail/task/task_core.hpp"

namespace asyncio {
namespace detail {

/// A sleep that takes time: the timer, and what the task waits for, in one. Not part of the awaiter: a frame has room
/// for each of its awaits, and most turn out to be short.
class SleepTimer final : private Waitable, private Timer {
 public:
  SleepTimer(PromiseBase& caller, Duration delay);
  SleepTimer(const SleepTimer&) = delete;
  SleepTimer& operator=(const SleepTimer&) = delete;
  ~SleepTimer() override = default;

  static void* operator new(std::size_t size) { return allocate_frame(size); }
  static void operator delete(void* memory, std::size_t size) noexcept { free_frame(memory, size); }

  /// \throws CancelledError
  void finish();

 private:
  bool cancel(const CancelMessage& message) override;
  std::string waiting_for() const override { return "sleep"; }
  void run() override;

  bool over_ = false;
  bool cancelled_ = false;
  TaskCore& task_;
};

class SleepAwaiter : public TaskAwaiter {
 public:
  explicit SleepAwaiter(Duration delay) noexcept : delay_(delay) {}
  SleepAwaiter(const SleepAwaiter&) = delete;
  SleepAwaiter& operator=(const SleepAwaiter&) = delete;
  ~SleepAwaiter() {
    if (timer_) [[unlikely]]
      stop();
  }

  bool await_ready() const noexcept { return false; }
  template <class P>
  void await_suspend(std::coroutine_handle<P> caller) {
    if (delay_ <= Duration::zero()) return this_thread().task->yield(caller.promise());
    start(caller.promise());
  }
  void await_resume() {
    if (timer_) return timer_->finish();
    this_thread().task->deliver(false);
  }

 private:
  void start(PromiseBase& caller);
  void stop() noexcept;

  Duration delay_;
  /// Null for a bare yield.
  SleepTimer* timer_ = nullptr;
};

}  // namespace detail

/// What sleep() returns.
class [[nodiscard("nothing sleeps until it is awaited: co_await it")]] Sleep : public detail::Operation<Sleep, void> {
 public:
  static constexpr bool cancelled_by_destruction = true;
  explicit Sleep(Duration delay) noexcept : Operation("sleep"), delay_(delay) {}

 private:
  friend detail::SleepAwaiter make_awaiter(Sleep&& sleep);
  Duration delay_;
};

inline detail::SleepAwaiter make_awaiter(Sleep&& sleep) {
  sleep.begin();
  return detail::SleepAwaiter(sleep.delay_);
}
inline detail::SleepAwaiter make_awaiter(Sleep& sleep) { return make_awaiter(std::move(sleep)); }

/// Suspends the task for `delay`; for 0 or less, for exactly one iteration of the loop, without a timer. Cancellation
/// ends it at once and takes the timer away. When the time has come, a callback of the loop runs in one iteration, and
/// the task goes on in the next, as in Python.
inline Sleep sleep(Duration delay) noexcept { return Sleep(delay); }

/// The same, and gives `result`.
template <class T>
Coro<T> sleep(Duration delay, T result) {
  co_await sleep(delay);
  co_return std::move(result);
}

template <detail::Number N>
detail::NumberForDuration<N> sleep(N) {
  return {};
}
template <detail::Number N, class T>
detail::NumberForDuration<N> sleep(N, T) {
  return {};
}

/// `sleep(0)`: lets everybody else who is ready run once.
inline Sleep yield_now() noexcept { return Sleep(Duration::zero()); }

}  // namespace asyncio
