#pragma once

/// \file
/// The state behind a future, whatever the type of its result. Source: Lib/asyncio/futures.py.

#include <exception>
#include <memory>

#include "asyncio/context.hpp"
#include "asyncio/detail/list.hpp"
#include "asyncio/detail/ref.hpp"
#include "asyncio/detail/runnable.hpp"
#include "asyncio/detail/waitable.hpp"

namespace asyncio {

class EventLoop;

/// Names a callback that add_done_callback() added.
using CallbackId = std::uint64_t;

namespace detail {

class LoopCore;
class TaskCore;

enum class FutureState : std::uint8_t { pending, cancelled, finished };

/// PENDING → FINISHED (a value or an error) or CANCELLED, once. Handles share it; the value itself lies in the typed
/// class behind it (FutureBox<T>, TaskBox<T>).
class FutureCore : public RefCounted, public Waitable {
 public:
  /// \param storage where the typed class keeps the value: a `Storage<T>*`.
  FutureCore(LoopCore& loop, void* storage);
  ~FutureCore() override;

  FutureState state() const noexcept { return state_; }
  bool done() const noexcept { return state_ != FutureState::pending; }
  bool cancelled() const noexcept { return state_ == FutureState::cancelled; }
  LoopCore& loop() const noexcept { return *loop_; }
  void* storage() const noexcept { return storage_; }

  bool cancel(const CancelMessage& message) override;
  std::string waiting_for() const override;
  FutureCore* as_future() noexcept override { return this; }

  /// The error, or null if there is a value; marks it as retrieved.
  /// \throws InvalidStateError while pending; CancelledError if cancelled.
  std::exception_ptr exception();

  /// Throws the error, if there is one, or InvalidStateError while pending; marks it as retrieved. Then there is a
  /// value.
  void check_result();

  /// The error without any mark, or null.
  const std::exception_ptr& peek_error() const noexcept { return error_; }

  /// Resolves with the value that the typed class has stored. \throws InvalidStateError if done.
  void finish();
  /// Resolves with an error. \throws InvalidStateError if done.
  void finish(std::exception_ptr error);
  /// \throws InvalidStateError if done.
  void require_pending() const;
  /// Whether a program may resolve it. \param operation for the message: "set_result". \throws InvalidStateError if
  /// done.
  virtual void require_settable(const char* operation) const;

  /// Appends to the done callbacks, or schedules at once if the future is done. The caller keeps the node alive.
  void add_callback(Runnable& node);
  const List<Runnable>& callbacks() const noexcept { return callbacks_; }

  /// Gives back what the callbacks hold, without running them.
  void discard_callbacks() noexcept;

  // Records of who waits, for the call graph, where no callback shows it.
  void add_awaited_by(FutureCore& waiter);
  void discard_awaited_by(FutureCore& waiter) noexcept;
  const std::vector<Ref<FutureCore>>* recorded_awaiters() const noexcept { return awaited_by_.get(); }

  /// The CancelledError that awaiting this cancelled future throws: always the same object.
  std::exception_ptr cancelled_error();

  /// A later error of this future is not reported as "never retrieved".
  void mark_retrieved() noexcept { report_unretrieved_ = false; }
  /// gather() and shield() keep the cancellation that reached them.
  void set_cancelled_error(std::exception_ptr error) noexcept { error_ = std::move(error); }

  /// `<Task pending name='Task-1' …>`, as repr() in Python.
  virtual std::string repr() const;
  /// "Task" or "Future", for messages.
  virtual const char* kind() const noexcept { return "Future"; }
  /// This, if it is a task.
  virtual TaskCore* as_task() noexcept { return nullptr; }

 protected:
  /// Resolves as cancelled and schedules the callbacks.
  void finish_cancelled(const CancelMessage& message);
  std::string repr_state() const;

  Ref<LoopCore> loop_;

 private:
  void schedule_callbacks();
  void destroy() noexcept override;
  void report_never_retrieved() noexcept;

  void* storage_;
  List<Runnable> callbacks_;
  /// FINISHED: the error or null. CANCELLED: the CancelledError, once somebody needed it.
  std::exception_ptr error_;
  std::unique_ptr<std::string> cancel_message_;
  std::unique_ptr<std::vector<Ref<FutureCore>>> awaited_by_;
  FutureState state_ = FutureState::pending;
  bool report_unretrieved_ = false;
};

/// A callback that a program added to a future: owns itself until it has run or was removed.
class DoneCallback : public Runnable {
 public:
  explicit DoneCallback(ContextRef context);
  virtual ~DoneCallback() = default;

  CallbackId id() const noexcept { return id_; }
  void scheduled_by(FutureCore& future) final { future_ = &future; }
  void run() final;
  void discard() noexcept final { delete this; }

 protected:
  virtual void invoke(FutureCore& future) = 0;

 private:
  /// Held from the scheduling on: before, the future owns its callbacks, and a reference back would keep both for ever.
  Ref<FutureCore> future_;
  ContextHolder context_;
  CallbackId id_;
};

template <class F>
class DoneCallbackOf final : public DoneCallback {
 public:
  DoneCallbackOf(ContextRef context, F f) : DoneCallback(context), f_(std::move(f)) {}

 private:
  void invoke(FutureCore& future) override { f_(future); }
  F f_;
};

/// Removes the callback. \returns how many were removed.
std::size_t remove_done_callback(FutureCore& future, CallbackId id);

}  // namespace detail
}  // namespace asyncio
