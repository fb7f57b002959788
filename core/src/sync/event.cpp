#include "asyncio/event.hpp"

#include "sync/repr.hpp"

namespace asyncio {

void Event::line_up(detail::Waiter& waiter) {
  resource_.bind("Event");
  resource_.note(ResourceKind::event, ResourceAct::awaited);
  waiters_.push_back(waiter);
}

void Event::end_pending_waits(const char* owner) noexcept {
  detail::List<detail::Waiter> pending;
  // Those who were woken need nothing of the event any more.
  while (auto* waiter = waiters_.pop_front())
    if (!waiter->done()) pending.push_back(*waiter);
  detail::end_waits(pending, owner);
}

void Event::set() {
  if (set_) return;
  resource_.note(ResourceKind::event, ResourceAct::set);
  open();
}

void Event::open() {
  set_ = true;
  for (auto* waiter = waiters_.front(); waiter; waiter = waiters_.after(*waiter)) waiter->set();
}

std::string Event::repr() const { return detail::repr_of("Event", set_ ? "set" : "unset", waiters_); }

}  // namespace asyncio
