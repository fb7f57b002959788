#include "asyncio/semaphore.hpp"

#include <stdexcept>

#include "coroutine/suppress.hpp"
#include "sync/repr.hpp"

namespace asyncio {

Semaphore::Semaphore(std::ptrdiff_t value, std::source_location where)
    : resource_(ResourceKind::semaphore, where), value_(value) {
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
  note(ResourceAct::acquired);
  return true;
}

void Semaphore::line_up(detail::Waiter& waiter) {
  resource_.bind("Semaphore");
  note(ResourceAct::awaited);
  waiters_.push_back(waiter);
}

Semaphore::~Semaphore() { detail::end_waits(waiters_, "Semaphore"); }

void Semaphore::acquire_after(detail::Waiter& waiter) noexcept {
  waiter.unlink();
  note(ResourceAct::acquired);
  wake_up_while_free();
}

void Semaphore::give_up(detail::Waiter& waiter) noexcept {
  waiter.unlink();
  // Given a permit and cancelled all the same: it goes back.
  if (!waiter.cancelled()) ++value_;
  wake_up_while_free();
}

void Semaphore::wake_up_while_free() noexcept {
  // Some may have come while others were in line, though there were permits.
  while (value_ > 0 && wake_up_next()) {
  }
}

void Semaphore::release() {
  ++value_;
  note(ResourceAct::released);
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
  // Before anything can fail.
  release();
  return detail::suppress_nothing();
}

void BoundedSemaphore::release() {
  if (value() >= bound_) throw std::invalid_argument("BoundedSemaphore released too many times");
  Semaphore::release();
}

std::string Semaphore::repr() const {
  return detail::repr_of(name(), locked() ? "locked" : "unlocked, value:" + std::to_string(value_), waiters_);
}

}  // namespace asyncio
