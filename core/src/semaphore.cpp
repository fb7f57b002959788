#include "asyncio/semaphore.hpp"

#include <stdexcept>

namespace asyncio {

Semaphore::Semaphore(std::ptrdiff_t value) : value_(value) {
  if (value < 0) throw std::invalid_argument("Semaphore initial value must be >= 0");
}

bool Semaphore::locked() const noexcept {
  if (value_ == 0) return true;
  for (auto* waiter = waiters_.front(); waiter; waiter = waiters_.after(*waiter))
    if (!waiter->cancelled()) return true;
  return false;
}

bool Semaphore::try_acquire() noexcept {
  if (locked()) return false;
  --value_;
  return true;
}

bool Semaphore::try_acquire_now(detail::CallBase& call) {
  if (!try_acquire()) return false;
  static_cast<detail::Call<bool>&>(call).value.emplace(true);
  return true;
}

bool Semaphore::try_scoped_lock(detail::CallBase& call) {
  if (!try_acquire()) return false;
  static_cast<detail::Call<ScopedLock<Semaphore>>&>(call).value.emplace(*this);
  return true;
}

constexpr detail::Leaf Semaphore::acquire_leaf =
    detail::leaf_of<Semaphore, &Semaphore::try_acquire_now, &Semaphore::wait_and_acquire>("Semaphore.acquire");
constexpr detail::Leaf Semaphore::scoped_leaf =
    detail::leaf_of<Semaphore, &Semaphore::try_scoped_lock, &Semaphore::wait_and_scope>("Semaphore.scoped_lock");

Coro<bool> Semaphore::acquire() { return Coro<bool>(acquire_leaf, this); }
Coro<ScopedLock<Semaphore>> Semaphore::scoped_lock() { return Coro<ScopedLock<Semaphore>>(scoped_leaf, this); }

Coro<ScopedLock<Semaphore>> Semaphore::wait_and_scope() {
  co_await acquire();
  co_return ScopedLock<Semaphore>(*this);
}

Coro<bool> Semaphore::wait_and_acquire() {
  // Free by now, if this is a task's first step.
  if (try_acquire()) co_return true;
  loop_.bind("Semaphore");
  detail::Waiter waiter("Semaphore.acquire");
  waiters_.push_back(waiter);
  const auto cancelled = co_await waiter.wait();
  waiter.unlink();
  // Given a permit and cancelled all the same: it goes back.
  if (cancelled && !waiter.cancelled()) ++value_;
  // Some may have come while others were in line, though there were permits.
  while (value_ > 0 && wake_up_next()) {
  }
  detail::throw_if(cancelled);
  co_return true;
}

void Semaphore::release() {
  ++value_;
  wake_up_next();
}

bool Semaphore::wake_up_next() {
  for (auto* waiter = waiters_.front(); waiter; waiter = waiters_.after(*waiter)) {
    if (waiter->done()) continue;
    --value_;
    waiter->set();
    return true;
  }
  return false;
}

Coro<void> Semaphore::aenter() { co_await acquire(); }

Coro<bool> Semaphore::aexit(std::exception_ptr) {
  release();
  co_return false;
}

void BoundedSemaphore::release() {
  if (value() >= bound_) throw std::invalid_argument("BoundedSemaphore released too many times");
  Semaphore::release();
}

}  // namespace asyncio
