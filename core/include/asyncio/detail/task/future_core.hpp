#pragma once

/// \file
/// The state behind a future, whatever the type of its result. Source: Lib/asyncio/futures.py.

#include <exception>
#include <memory>
#include <vector>

#include "asyncio/context.hpp"
#include "asyncio/detail/base/ref_counted.hpp"
#include "asyncio/detail/base/storage.hpp"
#include "asyncio/detail/loop/runnable.hpp"
#include "asyncio/detail/task/waitable.hpp"

namespace asyncio {

class EventLoop;

/// Names a callback that add_done_callback() added.
using CallbackId = std::uint64_t;

namespace detail {

class FanOut;
class LoopCore;
class TaskCore;
class Traceback;

using TracebackRef = std::shared_ptr<const Traceback>;

enum class FutureState : std::uint8_t { pending, cancelled, finished };

/// What few futures have, so that the others need no room for it.
struct FutureExtras {
  /// What cancel() was given.
  CancelMessage cancel_message;
  /// Who waits, for the call graph, where no callback shows it.
  std::vector<Ref<FutureCore>> awaited_by;
  /// The name that a task was given. Empty: `Task-N`.
  std::string name;
  /// What the task's next step begins by throwing.
  std::exception_ptr fail_with;
  /// Which coroutines the error has left.
  TracebackRef traceback;
};

/// PENDING → FINISHED (a value or an error) or CANCELLED, once. Handles share it; the value itself lies in the typed
/// class behind it (FutureBox<T>, TaskBox<T>).
class FutureCore : public Waitable {
 public:
  /// \param storage where the typed class, which derives from this, keeps the value: a `Storage<T>*`.
  FutureCore(LoopCore& loop, void* storage);
  FutureCore(const FutureCore&) = delete;
  FutureCore& operator=(const FutureCore&) = delete;

  // As RefCounted has them, but with its virtual functions in one table with Waitable's.
  static void* operator new(std::size_t size) { return allocate_frame(size); }
  static void operator delete(void* memory, std::size_t size) noexcept { free_frame(memory, size); }
  void retain() const noexcept { ++references_; }
  void release() const noexcept {
    if (--references_ == 0) const_cast<FutureCore*>(this)->destroy();
  }
  std::uint32_t use_count() const noexcept { return references_; }

  FutureState state() const noexcept { return state_; }
  bool done() const noexcept { return state_ != FutureState::pending; }
  bool cancelled() const noexcept { return state_ == FutureState::cancelled; }
  bool has_value() const noexcept { return state_ == FutureState::finished && !error_; }
  LoopCore& loop() const noexcept { return *loop_; }
  /// Whether a value has been stored, pending or not.
  bool storage_full() noexcept { return static_cast<const Fullness*>(storage())->full(); }
  void* storage() noexcept { return reinterpret_cast<char*>(this) + storage_offset_; }

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

  /// Which coroutines the error has left; null if that is not known.
  TracebackRef traceback() const noexcept { return extras_ ? extras_->traceback : nullptr; }
  /// Throws the error, which there is.
  [[noreturn]] void rethrow_error() const;

  /// Resolves with the value that the typed class has stored. \throws InvalidStateError if done.
  void finish();
  /// Resolves with an error. \throws InvalidStateError if done.
  void finish(std::exception_ptr error);
  /// Resolves with the error that another one failed with. \throws InvalidStateError if done.
  void fail_like(const FutureCore& other);
  /// \throws InvalidStateError if done.
  void require_pending() const;
  /// Whether a program may resolve it. \param operation for the message: "set_result". \throws InvalidStateError if
  /// done.
  virtual void require_settable(const char* operation) const;

  /// Appends to the done callbacks, or schedules at once if the future is done. The caller keeps the node alive.
  void add_callback(Runnable& node);
  const CallbackList& callbacks() const noexcept { return callbacks_; }

  /// Gives back what the callbacks hold, without running them.
  void discard_callbacks() noexcept;

  // Records of who waits, for the call graph, where no callback shows it.
  void add_awaited_by(FutureCore& waiter);
  void discard_awaited_by(FutureCore& waiter) noexcept;
  const std::vector<Ref<FutureCore>>* recorded_awaiters() const noexcept {
    return extras_ ? &extras_->awaited_by : nullptr;
  }

  /// The CancelledError that awaiting this cancelled future throws: always the same object.
  std::exception_ptr cancelled_error() noexcept;

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
  /// This, if it passes requests to cancel on to several others.
  virtual FanOut* as_fan_out() noexcept { return nullptr; }

 protected:
  virtual ~FutureCore();

  /// Resolves as cancelled and schedules the callbacks.
  void finish_cancelled(CancelMessage message);
  std::string repr_state() const;

  const FutureExtras* extras() const noexcept { return extras_.get(); }
  FutureExtras& make_extras();
  /// Remembers what the error has left; does without if there is no memory.
  void keep_traceback(TracebackRef traceback) noexcept;

 private:
  void schedule_callbacks();
  void destroy() noexcept;
  void report_never_retrieved() noexcept;

  mutable std::uint32_t references_ = 0;
  std::uint16_t storage_offset_;
  FutureState state_ = FutureState::pending;
  bool report_unretrieved_ = false;

 protected:
  Ref<LoopCore> loop_;

 private:
  CallbackList callbacks_;
  /// FINISHED: the error or null. CANCELLED: the CancelledError, once somebody needed it.
  std::exception_ptr error_;
  std::unique_ptr<FutureExtras> extras_;
};

/// A callback that a program added to a future: owns itself until it has run or was removed.
class DoneCallback : public Runnable {
 public:
  explicit DoneCallback(ContextRef context);
  ~DoneCallback() override = default;

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
