#pragma once

/// \file
/// `timeout`, `timeout_at`. Source: Lib/asyncio/timeouts.py.

#include <optional>

#include "asyncio/clock.hpp"
#include "asyncio/coro.hpp"
#include "asyncio/detail/base/destructor_check.hpp"
#include "asyncio/handle.hpp"
#include "asyncio/task.hpp"

namespace asyncio {

/// A deadline for a block: `co_await with(timeout(5s), body)`. When it passes, the task is cancelled; as that
/// CancelledError leaves the block it becomes a TimeoutError, unless the task was also cancelled from elsewhere. Used
/// once; movable until it is entered. Destroyed before its block is left, it cancels nothing any more.
class Timeout : public detail::DestructorCheck {
 public:
  /// Python's `Timeout(when)`; \see timeout, timeout_at.
  explicit Timeout(std::optional<TimePoint> when) noexcept : when_(when) {}
  /// \throws std::runtime_error if either was entered
  // NOLINTBEGIN(performance-noexcept-move-constructor): to refuse is what they are for.
  Timeout(Timeout&& other);
  Timeout& operator=(Timeout&& other);
  // NOLINTEND(performance-noexcept-move-constructor)
  ~Timeout() { timer_.cancel(); }

  /// The deadline; none for never.
  std::optional<TimePoint> when() const noexcept { return when_; }
  /// Moves the deadline; one that has passed fires in the next iteration. \throws std::runtime_error unless the block
  /// is entered and the deadline has not fired.
  void reschedule(std::optional<TimePoint> when);
  /// Whether the deadline fired inside the block.
  bool expired() const noexcept { return state_ == State::expiring || state_ == State::expired; }
  /// `<Timeout [active] when=12.5>`, for people.
  std::string repr() const;

  /// \throws std::runtime_error if it was entered before, or outside of a task.
  Coro<Timeout&> aenter();
  Coro<bool> aexit(std::exception_ptr error);

  // The same without suspending, for the library.
  void enter();
  /// \param error what leaves the block, or null. \throws TimeoutError in its place
  void exit(const std::exception_ptr& error);

 private:
  void require_movable() const;

  enum class State : unsigned char { created, entered, expiring, expired, exited };
  void on_timeout();

  State state_ = State::created;
  std::optional<TimePoint> when_;
  AnyTask task_;
  int cancelling_ = 0;
  Handle timer_;
};

/// A deadline `delay` from now, that is, from this call; none for never.
Timeout timeout(std::optional<Duration> delay);
template <detail::Number N>
detail::NumberForDuration<N> timeout(N) {
  return {};
}
/// A deadline in loop time; none for never.
Timeout timeout_at(std::optional<TimePoint> when);

}  // namespace asyncio
