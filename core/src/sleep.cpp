#include "asyncio/sleep.hpp"

#include "asyncio/detail/loop_core.hpp"
#include "asyncio/detail/waiter.hpp"

namespace asyncio {
namespace {

/// Ends a wait when its time has come. Like any timer's, its callback runs in one iteration, the task goes on in the
/// next.
class WakeTimer final : public detail::Timer {
 public:
  explicit WakeTimer(detail::Waiter& waiter) noexcept : waiter_(waiter) {}
  void run() override { waiter_.set(); }

 private:
  detail::Waiter& waiter_;
};

Coro<void> yield_in_coroutine() { co_await detail::YieldAwaiter(); }

constexpr detail::Leaf yield_leaf{"sleep", nullptr, [](void*) { return yield_in_coroutine().release(); }};

/// A bare yield has no object of its own; any address will do.
void* const no_object = const_cast<detail::Leaf*>(&yield_leaf);

Coro<void> sleep_until_due(Duration delay) {
  auto& loop = detail::running_loop();
  detail::Waiter waiter("sleep");
  WakeTimer timer(waiter);
  loop.timers().add(timer, loop.time() + delay);
  detail::throw_if(co_await waiter.wait());
}

}  // namespace

Coro<void> sleep(Duration delay) {
  return delay <= Duration::zero() ? Coro<void>(yield_leaf, no_object) : sleep_until_due(delay);
}

Coro<void> yield_now() { return Coro<void>(yield_leaf, no_object); }

}  // namespace asyncio
