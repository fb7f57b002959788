#include "asyncio/lock.hpp"

#include <stdexcept>

namespace asyncio {

bool Lock::all_waiters_cancelled() const noexcept {
  for (auto* waiter = waiters_.front(); waiter; waiter = waiters_.after(*waiter))
    if (!waiter->cancelled()) return false;
  return true;
}

bool Lock::try_acquire() noexcept {
  if (locked_ || !all_waiters_cancelled()) return false;
  locked_ = true;
  return true;
}

bool Lock::try_acquire_now(detail::CallBase& call) {
  if (!try_acquire()) return false;
  static_cast<detail::Call<bool>&>(call).value.emplace(true);
  return true;
}

bool Lock::try_scoped_lock(detail::CallBase& call) {
  if (!try_acquire()) return false;
  static_cast<detail::Call<ScopedLock<Lock>>&>(call).value.emplace(*this);
  return true;
}

constexpr detail::Leaf Lock::acquire_leaf =
    detail::leaf_of<Lock, &Lock::try_acquire_now, &Lock::wait_and_acquire>("Lock.acquire");
constexpr detail::Leaf Lock::scoped_leaf =
    detail::leaf_of<Lock, &Lock::try_scoped_lock, &Lock::wait_and_scope>("Lock.scoped_lock");

Coro<bool> Lock::acquire() { return Coro<bool>(acquire_leaf, this); }
Coro<ScopedLock<Lock>> Lock::scoped_lock() { return Coro<ScopedLock<Lock>>(scoped_leaf, this); }

Coro<ScopedLock<Lock>> Lock::wait_and_scope() {
  co_await acquire();
  co_return ScopedLock<Lock>(*this);
}

Coro<bool> Lock::wait_and_acquire() {
  // Free by now, if this is a task's first step.
  if (try_acquire()) co_return true;
  loop_.bind("Lock");
  detail::Waiter waiter("Lock.acquire");
  waiters_.push_back(waiter);
  const auto cancelled = co_await waiter.wait();
  waiter.unlink();
  if (cancelled) {
    // It may have been chosen already: then the next in line must not wait for ever.
    if (!locked_) wake_up_first();
    std::rethrow_exception(cancelled);
  }
  locked_ = true;
  co_return true;
}

void Lock::release() {
  if (!locked_) throw std::runtime_error("Lock is not acquired.");
  locked_ = false;
  wake_up_first();
}

void Lock::wake_up_first() {
  if (auto* first = waiters_.front()) first->set();
}

Coro<void> Lock::aenter() { co_await acquire(); }

Coro<bool> Lock::aexit(std::exception_ptr) {
  release();
  co_return false;
}

}  // namespace asyncio
