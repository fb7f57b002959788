#include "asyncio/sleep.hpp"

#include "asyncio/detail/loop_core.hpp"
#include "asyncio/detail/waiter.hpp"

namespace asyncio {
namespace {

/// Ends a wait when its time has come. Like any timer's, its callback runs in one iteration, the task goes on in the next.
class WakeTimer final : public detail::Timer {
 public:
  explicit WakeTimer(detail::Waiter& waiter) noexcept : waiter_(waiter) {}
  void run() override { waiter_.set(); }

 private:
  detail::Waiter& waiter_;
};

}  // namespace

Coro<void> sleep(Duration delay) {
  if (delay <= Duration::zero()) {
    co_await detail::YieldAwaiter();
    co_return;
  }
  auto& loop = detail::running_loop();
  detail::Waiter waiter("sleep");
  WakeTimer timer(waiter);
  loop.timers().add(timer, loop.time() + delay);
  detail::throw_if(co_await waiter.wait());
}

Coro<void> yield_now() { co_await detail::YieldAwaiter(); }

}  // namespace asyncio
