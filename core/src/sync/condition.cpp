#include "asyncio/condition.hpp"

#include <stdexcept>

#include "asyncio/exceptions.hpp"
#include "coroutine/suppress.hpp"
#include "sync/repr.hpp"

namespace asyncio {

Coro<bool> Condition::wait() {
  if (!locked()) throw std::runtime_error("cannot wait on un-acquired lock");
  loop_.bind("Condition");
  detail::Waiter waiter("Condition.wait");
  release();
  waiters_.push_back(waiter);
  auto error = co_await waiter.wait();
  waiter.unlink();
  while (!lock_->try_acquire()) {
    detail::Waiter turn("Lock.acquire");
    lock_->line_up(turn);
    auto cancelled = co_await turn.wait();
    if (lock_->end_wait(turn, cancelled)) break;
    error = std::move(cancelled);
  }
  if (error) {
    // The notification that may have come with it is another's now.
    wake(1);
    std::rethrow_exception(error);
  }
  co_return true;
}

void Condition::notify(std::size_t n) {
  if (!locked()) throw std::runtime_error("cannot notify on un-acquired lock");
  wake(n);
}

void Condition::notify_all() { notify(static_cast<std::size_t>(-1)); }

void Condition::wake(std::size_t n) {
  for (auto* waiter = waiters_.front(); waiter && n > 0; waiter = waiters_.after(*waiter))
    if (waiter->set()) --n;
}

Coro<ScopedLock<Condition>> Condition::scoped_lock() {
  co_await acquire();
  co_return ScopedLock<Condition>(*this);
}

Coro<void> Condition::aenter() { co_await acquire(); }

Coro<bool> Condition::aexit(std::exception_ptr) {
  // Before anything can fail.
  release();
  return detail::suppress_nothing();
}

std::string Condition::repr() const { return detail::repr_of("Condition", locked() ? "locked" : "unlocked", waiters_); }

}  // namespace asyncio
