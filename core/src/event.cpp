#include "asyncio/event.hpp"

namespace asyncio {

bool Event::is_set_now(detail::CallBase& call) {
  if (set_) static_cast<detail::Call<bool>&>(call).value.emplace(true);
  return set_;
}

constexpr detail::Leaf Event::wait_leaf =
    detail::leaf_of<Event, &Event::is_set_now, &Event::wait_for_set>("Event.wait");

Coro<bool> Event::wait() { return Coro<bool>(wait_leaf, this); }

Coro<bool> Event::wait_for_set() {
  if (set_) co_return true;
  loop_.bind("Event");
  detail::Waiter waiter("Event.wait");
  waiters_.push_back(waiter);
  const auto cancelled = co_await waiter.wait();
  detail::throw_if(cancelled);
  co_return true;
}

void Event::set() {
  if (set_) return;
  set_ = true;
  for (auto* waiter = waiters_.front(); waiter; waiter = waiters_.after(*waiter)) waiter->set();
}

}  // namespace asyncio
