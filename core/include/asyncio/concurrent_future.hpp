#pragma once

/// \file
/// `ConcurrentFuture`: a result that another thread waits for. Source: Lib/concurrent/futures/_base.py.

#include <chrono>
#include <optional>

#include "asyncio/clock.hpp"
#include "asyncio/detail/thread/concurrent_state.hpp"

namespace asyncio {
namespace detail {

/// \throws std::runtime_error on the loop's own thread, where the wait would never end
void require_other_thread(const ConcurrentState& state);
/// \throws TimeoutError
[[noreturn]] void throw_result_timeout();

}  // namespace detail

/// What run_coroutine_threadsafe() gives: Python's `concurrent.futures.Future`. A `std::future` that can also be
/// cancelled. Dropping it leaves the task alone. Its members may be called from any thread, one at a time.
template <class T>
class ConcurrentFuture : public std::future<T> {
 public:
  ConcurrentFuture() noexcept = default;
  explicit ConcurrentFuture(std::shared_ptr<detail::ConcurrentStateOf<T>> state)
      : std::future<T>(state->get_future()), state_(std::move(state)) {}

  /// Whether there is a result, an error, or a cancellation.
  bool done() const noexcept { return state_ && state_->state() != State::pending; }
  /// Whether it, or its task, was cancelled.
  bool cancelled() const noexcept { return state_ && state_->state() == State::cancelled; }
  /// Asks the task to end, and is cancelled at once: get() and result() throw CancelledError, though the task may still
  /// clean up. \returns whether it is cancelled now: false if it had a result already
  bool cancel() { return state_ && detail::ConcurrentState::cancel(state_); }
  /// Blocks until there is a result and gives it, as get() does: once. \throws TimeoutError if `timeout` passes first;
  /// then it may be asked again. CancelledError; what the coroutine throws; std::runtime_error on the loop's own
  /// thread, where it would wait for ever: `co_await wrap_future(…)` there. std::future_error if the loop was closed
  /// before, or it was asked before.
  T result(std::optional<Duration> timeout = {}) {
    if (state_ && !done()) detail::require_other_thread(*state_);
    if (timeout && this->valid() && this->wait_for(*timeout) == std::future_status::timeout)
      detail::throw_result_timeout();
    return this->get();
  }

  const std::shared_ptr<detail::ConcurrentStateOf<T>>& state() const noexcept { return state_; }

 private:
  using State = detail::ConcurrentState::State;

  std::shared_ptr<detail::ConcurrentStateOf<T>> state_;
};

}  // namespace asyncio
