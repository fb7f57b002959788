#include "asyncio/sleep.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

SleepTimer::SleepTimer(PromiseBase& caller, Duration delay) : task_(*this_thread().task) {
  LoopCore& loop = task_.loop();
  loop.timers().add(*this, loop.time() + delay);
  task_.suspend(caller, *this);
}

void SleepAwaiter::start(PromiseBase& caller) { timer_ = new SleepTimer(caller, delay_); }
void SleepAwaiter::stop() noexcept { delete timer_; }

void SleepTimer::run() {
  if (std::exchange(over_, true)) return;
  task_.wake();
}

bool SleepTimer::cancel(const CancelMessage&) {
  // The message is the task's.
  if (std::exchange(over_, true)) return false;
  cancelled_ = true;
  disarm();
  task_.wake();
  return true;
}

void SleepTimer::finish() { task_.deliver(cancelled_); }

}  // namespace asyncio::detail
