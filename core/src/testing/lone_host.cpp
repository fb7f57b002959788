#include "testing/lone_host.hpp"

#include <chrono>

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio::detail {

TimePoint LoneHost::now() {
  return TimePoint(std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()));
}

void LoneHost::poll(std::optional<Duration> timeout) {
  std::unique_lock lock(mutex_);
  const auto woken = [this] { return wake_; };
  if (timeout) {
    woken_.wait_for(lock, *timeout, woken);
  } else {
    woken_.wait(lock, woken);
  }
  wake_ = false;
}

void LoneHost::wake() {
  const std::lock_guard lock(mutex_);
  wake_ = true;
  woken_.notify_one();
}

bool LoneHost::may_wake() const {
  const LoopCore* loop = running_here();
  return loop && loop->calls_outside + loop->completers > 0;
}

std::unique_ptr<EventLoop> make_lone_loop() {
  return std::make_unique<EventLoop>(std::make_unique<LoneHost>(), virtual_clock);
}

}  // namespace asyncio::detail
