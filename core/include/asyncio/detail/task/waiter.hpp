#pragma once

/// \file
/// A place in a line: what `loop.create_future()` is inside Python's own locks and queues, without the future.

#include <coroutine>

#include "asyncio/detail/base/list.hpp"
#include "asyncio/detail/coroutine/await_transform.hpp"
#include "asyncio/detail/coroutine/call.hpp"
#include "asyncio/detail/task/waitable.hpp"

namespace asyncio::detail {

class TaskCore;

/// One task's wait, in that task's own frame. Pending until set() or cancel(), the first of which schedules the task;
/// it stays in its line until the task has resumed, as the future does in Python. Leaves the line when destroyed.
class Waiter : public Waitable, public ListNode {
 public:
  /// \param what for people: "Lock.acquire". Must outlive the waiter.
  explicit Waiter(const char* what) noexcept : what_(what) {}
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;
  virtual ~Waiter() = default;

  bool done() const noexcept { return (state_ & ended) != 0; }
  bool cancelled() const noexcept { return (state_ & by_cancel) != 0; }
  /// Whether what it waited for was destroyed: then nothing of that may be touched, and there is an outcome().
  bool orphaned() const noexcept { return (state_ & without_owner) != 0; }

  /// Ends the wait. \returns false if it has ended already.
  bool set() noexcept;
  /// What it waits for is destroyed. A wait that has not ended yet goes on until fail() or cancel().
  void orphan() noexcept { state_ |= without_owner; }
  /// Lets the wait, which has ended or ends by this, give `error` instead of what it gave; a cancellation remains one.
  void fail(std::exception_ptr error);
  /// The same with a CancelledError, which needs no memory.
  void fail_as_cancelled() noexcept;
  /// The task that waits; null before it is suspended.
  TaskCore* task() const noexcept { return task_; }
  bool cancel(const CancelMessage& message) override;
  std::string waiting_for() const override { return what_; }

  /// Suspends the task that runs, whose innermost coroutine is `caller`.
  void suspend(PromiseBase& caller);
  /// Whether the task was suspended.
  bool suspended() const noexcept { return task_ != nullptr; }
  /// After the end: null after set(), else the CancelledError that has to be passed on.
  std::exception_ptr outcome() noexcept { return task_ && (cancelled() || interrupted()) ? interruption() : nullptr; }

  /// Awaits the end. Gives the outcome: a value and no throw, because there is always something to put right first.
  class Awaiter : public TaskAwaiter {
   public:
    explicit Awaiter(Waiter& waiter) noexcept : waiter_(waiter) {}
    bool await_ready() const noexcept { return waiter_.done(); }
    template <class P>
    void await_suspend(std::coroutine_handle<P> caller) {
      waiter_.suspend(caller.promise());
    }
    std::exception_ptr await_resume() const { return waiter_.outcome(); }

   private:
    Waiter& waiter_;
  };
  Awaiter wait() noexcept { return Awaiter(*this); }

 protected:
  /// The same, but asks waits_on() before the task goes on.
  void suspend_until(PromiseBase& caller);
  /// Waits once more.
  void renew() noexcept { state_ = 0; }
  /// Whether it has not ended by set(), or what it waited for is gone.
  bool failed() const noexcept { return (state_ & (by_cancel | without_owner)) != 0; }

 private:
  /// What state_ is made of; 0 is pending.
  enum State : unsigned char { ended = 1, by_cancel = 2, without_owner = 4 };
  /// Whether the task has a cancellation to deliver.
  bool interrupted() const noexcept;
  std::exception_ptr interruption() noexcept;

  const char* what_;
  TaskCore* task_ = nullptr;
  unsigned char state_ = 0;
};

/// Suspends for one iteration of the loop: Python's bare `yield`.
class YieldAwaiter : public TaskAwaiter {
 public:
  bool await_ready() const noexcept { return false; }
  template <class P>
  void await_suspend(std::coroutine_handle<P> caller) {
    suspend(caller.promise());
  }
  void await_resume() const;

 private:
  static void suspend(PromiseBase& caller);
};

}  // namespace asyncio::detail
