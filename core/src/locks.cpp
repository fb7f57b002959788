#include "asyncio/locks.hpp"

#include <stdexcept>

#include "asyncio/capture.hpp"
#include "asyncio/detail/loop_core.hpp"

namespace asyncio {
namespace detail {

LoopBound::LoopBound() noexcept = default;
LoopBound::~LoopBound() = default;

void LoopBound::bind(const char* name) {
  LoopCore& running = running_loop();
  if (!loop_) loop_ = &running;
  if (loop_.get() != &running)
    throw std::runtime_error(std::string(name) + " is bound to a different event loop: make one in each run()");
}

}  // namespace detail

// Lock

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

// Event

bool Event::is_set_now(detail::CallBase& call) {
  if (set_) static_cast<detail::Call<bool>&>(call).value.emplace(true);
  return set_;
}

constexpr detail::Leaf Event::wait_leaf = detail::leaf_of<Event, &Event::is_set_now, &Event::wait_for_set>("Event.wait");

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

// Condition

Coro<bool> Condition::wait() {
  if (!locked()) throw std::runtime_error("cannot wait on un-acquired lock");
  loop_.bind("Condition");
  detail::Waiter waiter("Condition.wait");
  release();
  waiters_.push_back(waiter);
  auto error = co_await waiter.wait();
  waiter.unlink();
  for (;;) {
    auto acquired = co_await detail::Captured<bool>(acquire());
    if (acquired) break;
    error = acquired.exception();
    if (!detail::is_cancelled_error(error)) break;
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
  release();
  co_return false;
}

// Semaphore

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

// Barrier

Barrier::Barrier(int parties) : parties_(parties) {
  if (parties < 1) throw std::invalid_argument("parties must be >= 1");
}

Coro<void> Barrier::block() {
  co_await changed_.wait_for([this] { return state_ != State::draining && state_ != State::resetting; });
  if (state_ == State::broken) throw BrokenBarrierError("Barrier aborted");
}

Coro<void> Barrier::wait_for_others() {
  co_await changed_.wait_for([this] { return state_ != State::filling; });
  if (state_ == State::broken || state_ == State::resetting) throw BrokenBarrierError("Abort or reset of barrier");
}

Coro<int> Barrier::wait() {
  auto guard = co_await changed_.scoped_lock();
  co_await block();
  const int index = count_++;
  Result<void> outcome;
  if (index + 1 == parties_) {
    state_ = State::draining;
    changed_.notify_all();
  } else {
    outcome = co_await detail::Captured<void>(wait_for_others());
  }
  --count_;
  leave();
  outcome.value();
  co_return index;
}

void Barrier::leave() {
  if (count_ > 0) return;
  if (state_ == State::resetting || state_ == State::draining) state_ = State::filling;
  changed_.notify_all();
}

Coro<void> Barrier::reset() {
  auto guard = co_await changed_.scoped_lock();
  state_ = count_ > 0 ? State::resetting : State::filling;
  changed_.notify_all();
}

Coro<void> Barrier::abort() {
  auto guard = co_await changed_.scoped_lock();
  state_ = State::broken;
  changed_.notify_all();
}

Coro<bool> Barrier::aexit(std::exception_ptr) { co_return false; }

}  // namespace asyncio
