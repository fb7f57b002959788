#include "asyncio/condition.hpp"

#include <stdexcept>

#include "asyncio/exceptions.hpp"
#include "coroutine/suppress.hpp"
#include "sync/repr.hpp"

namespace asyncio {
namespace {

/// For who waits for a shared lock, which lives on.
std::exception_ptr destroyed_meanwhile() {
  return std::make_exception_ptr(DestroyedError("Condition destroyed while a task waits for the lock that it shares"));
}

}  // namespace

void Condition::end_waits(const char* owner) noexcept {
  detail::end_waits(waiters_, owner);
  if (own_) own_->end_waits(owner);
}

Coro<bool> Condition::wait() {
  if (!locked()) throw std::runtime_error("cannot wait on un-acquired lock");
  resource_.bind("Condition");
  // Either may die while it waits, the lock with the condition or by itself.
  const Safety self(*this);
  Lock& lock = *lock_;
  const Safety held(lock);
  detail::Waiter waiter("Condition.wait");
  release();
  waiters_.push_back(waiter);
  resource_.note(ResourceKind::condition, ResourceAct::awaited);
  auto error = co_await waiter.wait();
  waiter.unlink();
  while (!held.destroyed() && !lock.try_acquire()) {
    detail::Waiter turn("Lock.acquire");
    lock.line_up(turn);
    auto cancelled = co_await turn.wait();
    if (!cancelled) {
      lock.acquire_after(turn);
      break;
    }
    if (!turn.orphaned()) lock.give_up(turn);
    error = std::move(cancelled);
  }
  if (!error && self.destroyed()) error = destroyed_meanwhile();
  if (error) {
    // The notification that may have come with it is another's now.
    if (!self.destroyed()) wake(1);
    std::rethrow_exception(error);
  }
  co_return true;
}

void Condition::notify(std::size_t n) {
  if (!locked()) throw std::runtime_error("cannot notify on un-acquired lock");
  resource_.note(ResourceKind::condition, ResourceAct::notified);
  wake(n);
}

void Condition::notify_all() { notify(static_cast<std::size_t>(-1)); }

void Condition::wake(std::size_t n) {
  for (auto* waiter = waiters_.front(); waiter && n > 0; waiter = waiters_.after(*waiter))
    if (waiter->set()) --n;
}

Coro<ScopedLock<Condition>> Condition::scoped_lock() {
  const Safety self(*this);
  Lock& lock = *lock_;
  co_await acquire();
  if (self.destroyed()) {
    lock.release();
    std::rethrow_exception(destroyed_meanwhile());
  }
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
