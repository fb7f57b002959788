#include "asyncio/lock.hpp"

#include <stdexcept>

#include "coroutine/suppress.hpp"
#include "sync/repr.hpp"

namespace asyncio {

bool Lock::all_waiters_cancelled() const noexcept {
  for (auto* waiter = waiters_.front(); waiter; waiter = waiters_.after(*waiter))
    if (!waiter->cancelled()) return false;
  return true;
}

bool Lock::try_acquire() noexcept {
  if (locked_ || !all_waiters_cancelled()) return false;
  locked_ = true;
  resource_.note(ResourceKind::lock, ResourceAct::acquired);
  return true;
}

void Lock::line_up(detail::Waiter& waiter) {
  resource_.bind("Lock");
  resource_.note(ResourceKind::lock, ResourceAct::awaited);
  waiters_.push_back(waiter);
}

void Lock::acquire_after(detail::Waiter& waiter) noexcept {
  waiter.unlink();
  locked_ = true;
  resource_.note(ResourceKind::lock, ResourceAct::acquired);
}

void Lock::give_up(detail::Waiter& waiter) noexcept {
  waiter.unlink();
  // It may have been chosen already: then the next in line must not wait for ever.
  if (!locked_) wake_up_first();
}

void Lock::release() {
  if (!locked_) throw std::runtime_error("Lock is not acquired.");
  locked_ = false;
  resource_.note(ResourceKind::lock, ResourceAct::released);
  wake_up_first();
}

void Lock::wake_up_first() {
  if (auto* first = waiters_.front()) first->set();
}

Coro<void> Lock::aenter() { co_await acquire(); }

Coro<bool> Lock::aexit(std::exception_ptr) {
  // Before anything can fail.
  release();
  return detail::suppress_nothing();
}

std::string Lock::repr() const { return detail::repr_of("Lock", locked_ ? "locked" : "unlocked", waiters_); }

}  // namespace asyncio
