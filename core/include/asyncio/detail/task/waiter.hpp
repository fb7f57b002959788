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

  bool done() const noexcept { return state_ != State::pending; }
  bool cancelled() const noexcept { return state_ == State::cancelled; }

  /// Ends the wait. \returns false if it has ended already.
  bool set() noexcept;
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
  void renew() noexcept { state_ = State::pending; }

 private:
  enum class State : unsigned char { pending, set, cancelled };
  /// Whether the task has a cancellation to deliver.
  bool interrupted() const noexcept;
  std::exception_ptr interruption() noexcept;

  const char* what_;
  TaskCore* task_ = nullptr;
  State state_ = State::pending;
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
