#pragma once

/// \file
/// What a ConcurrentFuture and the task that works for it share.

#include <atomic>
#include <functional>
#include <future>
#include <mutex>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/task.hpp"

namespace asyncio::detail {

/// The untemplated half. Resolved once, by the task, by cancel(), or by the loop's end, from whatever thread.
class ConcurrentState {
 public:
  explicit ConcurrentState(const LoopCore& loop) : inbox_(loop.inbox()) {}
  ConcurrentState(const ConcurrentState&) = delete;
  ConcurrentState& operator=(const ConcurrentState&) = delete;
  virtual ~ConcurrentState() = default;

  // From any thread.

  enum class State : unsigned char { pending, cancelled, finished };
  State state() const noexcept { return state_.load(); }
  /// Asks the task to end. \param self shares this. \returns whether it is cancelled now
  static bool cancel(const std::shared_ptr<ConcurrentState>& self);
  /// Whether whoever asks is to resolve it: the first.
  bool claim(State as) noexcept {
    State expected = State::pending;
    return state_.compare_exchange_strong(expected, as);
  }
  /// After claim().
  void fail(std::exception_ptr error);
  /// Calls `f()`, which must not throw, once there is a result: at once, or on the thread that resolves it.
  void listen(std::function<void()> f);
  /// Whether its loop runs on this thread.
  bool on_loops_thread() const noexcept;

  /// Of the loop's thread alone. Empty before the task was made, and once it has ended.
  AnyTask task;

 protected:
  virtual void store_error(std::exception_ptr error) = 0;
  /// There is a result: tells who listens.
  void announce() noexcept;

 private:
  std::shared_ptr<LoopInbox> inbox_;
  std::atomic<State> state_{State::pending};
  std::mutex mutex_;
  bool announced_ = false;
  std::function<void()> listener_;
};

template <class T>
class ConcurrentStateOf final : public ConcurrentState {
 public:
  using ConcurrentState::ConcurrentState;

  std::future<T> get_future() { return promise_.get_future(); }
  /// The task has ended.
  void settle(Future<T> done) {
    if (!claim(done.cancelled() ? State::cancelled : State::finished)) return;
    try {
      if constexpr (std::is_void_v<T>) {
        done.result();
        promise_.set_value();
      } else {
        promise_.set_value(std::move(done).result());
      }
    } catch (...) {
      promise_.set_exception(std::current_exception());
    }
    announce();
  }

 private:
  void store_error(std::exception_ptr error) override { promise_.set_exception(std::move(error)); }
  std::promise<T> promise_;
};

/// Held by what will run, and dropped with it if it never does: then there is no result.
class ConcurrentEnding {
 public:
  explicit ConcurrentEnding(std::shared_ptr<ConcurrentState> state) noexcept : state_(std::move(state)) {}
  ConcurrentEnding(const ConcurrentEnding&) = delete;
  ConcurrentEnding& operator=(const ConcurrentEnding&) = delete;
  ~ConcurrentEnding();

 private:
  std::shared_ptr<ConcurrentState> state_;
};

}  // namespace asyncio::detail
