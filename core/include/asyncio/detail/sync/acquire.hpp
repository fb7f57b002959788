#pragma once

/// \file
/// The await of a Lock, Semaphore or Event: at once, or after one wait in its line.

#include "asyncio/detail/coroutine/operation.hpp"
#include "asyncio/detail/task/end_waits.hpp"

namespace asyncio::detail {

/// \tparam L has `try_acquire()`; `line_up(waiter)`, after which the waiter will be set; `acquire_after(waiter)`, which
/// takes it then; and `give_up(waiter)` instead, if the wait gave an error.
/// \tparam T `bool`, which is true then, or what is made from an L: its guard.
template <class L, class T>
class AcquireAwaiter : public TaskAwaiter {
 public:
  AcquireAwaiter(L& lock, const char* what) noexcept : lock_(lock), waiter_(what) {}

  bool await_ready() { return lock_.try_acquire(); }
  template <class P>
  void await_suspend(std::coroutine_handle<P> caller) {
    lock_.line_up(waiter_);
    waiter_.suspend(caller.promise());
  }
  T await_resume() {
    if (waiter_.suspended()) end_wait();
    if constexpr (std::is_same_v<T, bool>) {
      return true;
    } else {
      return T(lock_);
    }
  }

 private:
  void end_wait() {
    if (const auto error = waiter_.outcome()) [[unlikely]] {
      if (!waiter_.orphaned()) lock_.give_up(waiter_);
      std::rethrow_exception(error);
    }
    lock_.acquire_after(waiter_);
  }

  L& lock_;
  Waiter waiter_;
};

/// What acquire() and its like return.
template <class L, class T>
class [[nodiscard("nothing is acquired until it is awaited: co_await it")]] Acquire
    : public Operation<Acquire<L, T>, T> {
 public:
  Acquire(L& lock, const char* name) noexcept : Operation<Acquire<L, T>, T>(name), lock_(&lock) {}
  L& lock() const noexcept { return *lock_; }

 private:
  L* lock_;
};

template <class L, class T>
AcquireAwaiter<L, T> make_awaiter(Acquire<L, T>&& acquire) {
  return AcquireAwaiter<L, T>(acquire.lock(), acquire.begin());
}
template <class L, class T>
AcquireAwaiter<L, T> make_awaiter(Acquire<L, T>& acquire) {
  return AcquireAwaiter<L, T>(acquire.lock(), acquire.begin());
}

}  // namespace asyncio::detail
