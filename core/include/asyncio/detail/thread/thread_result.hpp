#pragma once

/// \file
/// A result's way from another thread to a future.

#include <atomic>
#include <memory>

#include "asyncio/detail/loop/callback.hpp"
#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/future.hpp"

namespace asyncio::detail {

/// Made on the loop's thread with all that the way back needs, so that nothing can fail there. Then it belongs to one
/// thread after the other: whoever holds the Completer, and the loop again.
class ThreadResult : public HandleCore {
 public:
  /// \throws std::runtime_error("Event loop is closed"), or if it is a task; InvalidStateError if it is done
  explicit ThreadResult(const AnyFuture& future);

  // From any thread.

  /// Whether the future was cancelled.
  bool cancelled() const noexcept { return cancelled_->load(std::memory_order_relaxed); }
  enum class Outcome : unsigned char { dropped, value, error, cancelled };
  /// Gives it back. \returns whether the loop takes it: false if that is closed
  static bool hand_in(Ref<ThreadResult> result, Outcome outcome, std::exception_ptr error = {}) noexcept;

 protected:
  /// Moves the value into the future's storage.
  virtual void store_value(void* storage) = 0;

 private:
  void invoke() override;
  void resolve(FutureCore& future);

  std::shared_ptr<LoopInbox> inbox_;
  std::shared_ptr<std::atomic<bool>> cancelled_;
  /// Lives until the loop has this back, or is closed and does not look any more.
  PendingCall* pending_ = nullptr;
  std::exception_ptr error_;
  Outcome outcome_ = Outcome::dropped;
};

template <class T>
class ThreadResultOf final : public ThreadResult {
 public:
  using ThreadResult::ThreadResult;
  Storage<T> value;

 private:
  void store_value(void* storage) override {
    if constexpr (std::is_void_v<T>) {
      static_cast<Storage<T>*>(storage)->emplace();
    } else {
      static_cast<Storage<T>*>(storage)->emplace(value.take());
    }
  }
};

[[noreturn]] void throw_completer_used();

}  // namespace asyncio::detail
