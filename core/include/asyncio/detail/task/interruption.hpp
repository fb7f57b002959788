#pragma once

/// \file
/// What keeps a task from simply going on where it waits. Model: tokio's runtime/task/state.rs.

#include <cstdint>

namespace asyncio::detail {

/// The state of a task's cancellation: whether one is due, what became of the wait that it ended, and whether the next
/// step has to look at that before it runs the coroutine. How often it was asked for, and with which message, the task
/// itself keeps.
///
/// It has three parts, which depend on each other only as the table says:
///
///   body   not begun, or begun
///   wait   none (the task is ready, or runs), plain, checked (the next step asks whether it is over), or cancelled
///   due    a cancellation, an error that the await itself met, both, or nothing
///
///   what happens                     body       wait before       wait after  due after
///   -------------------------------  ---------  ----------------  ----------  -----------------------------------
///   cancel()                         not begun  none              none        a cancellation: it never begins
///   the first step                   not begun  none              none        as before
///   the task suspends                begun      none              plain, or   as before
///                                                                 checked
///     while a cancellation is due    begun      none              cancelled   no cancellation: it ends this wait
///       and the wait is over before  begun      none              plain       as before: delivered where it ends
///   cancel(), which ends the wait    begun      plain, checked    cancelled   as before
///   cancel(), which cannot           begun      none, any other   as before   a cancellation
///   uncancel() comes to 0            any        any               as before   no cancellation
///   a step begins                    begun      plain, cancelled  none        as before
///     and nothing can catch          begun      cancelled         none        a cancellation: it ends at once
///     and it has to wait on          begun      checked           checked     as before
///   the await delivers               begun      none              none        nothing
///   the task ends                    begun      none              none        nothing
class Interruption {
 public:
  /// What the step that begins has to do.
  enum class Step : std::uint8_t {
    /// Begin the body, if nothing is due.
    begin,
    /// Run the coroutine.
    go_on,
    /// Ask what the task waits for whether that is over, and run the coroutine if it is.
    check,
    /// End the task as cancelled, without a word to its coroutine.
    end,
  };

  /// The coroutine is a bare operation, which a cancellation may end by destroying it.
  void nothing_catches() noexcept { nothing_catches_ = true; }
  /// The first step has to look: there is no body.
  void nothing_to_begin() noexcept { looks_ = true; }

  bool due() const noexcept { return cancellation_ || error_; }
  bool cancellation_due() const noexcept { return cancellation_; }
  void set_cancellation_due() noexcept {
    cancellation_ = true;
    if (!begun_) looks_ = true;
  }
  void set_error_due() noexcept { error_ = true; }
  /// \returns whether a cancellation was due
  bool take_cancellation() noexcept {
    const bool was_due = cancellation_;
    cancellation_ = false;
    return was_due;
  }
  /// \returns whether an error was due
  bool take_error() noexcept {
    const bool was_due = error_;
    error_ = false;
    return was_due;
  }

  void check_wait() noexcept { looks_ = true; }
  void cancel_wait() noexcept {
    cancellation_ = false;
    wait_cancelled_ = true;
    looks_ = true;
  }
  bool wait_cancelled() const noexcept { return wait_cancelled_; }

  /// Whether the step that begins has to `go_on`, without a look().
  bool simply_goes_on() const noexcept { return !looks_; }
  Step look() noexcept {
    looks_ = false;
    if (!begun_) return Step::begin;
    if (wait_cancelled_ && nothing_catches_) {
      cancellation_ = true;
      return Step::end;
    }
    wait_cancelled_ = false;
    return cancellation_ ? Step::go_on : Step::check;
  }
  void begin() noexcept { begun_ = true; }

  /// Marks the task as one that has been asked in a sweep, or takes the mark away. \returns whether that changes
  /// anything. \see CancelSweep
  bool set_swept(bool swept) noexcept {
    const bool changes = swept_ != swept;
    swept_ = swept;
    return changes;
  }

 private:
  bool begun_ : 1 = false;
  bool nothing_catches_ : 1 = false;
  bool cancellation_ : 1 = false;
  bool error_ : 1 = false;
  bool wait_cancelled_ : 1 = false;
  bool looks_ : 1 = false;
  bool swept_ : 1 = false;
};

}  // namespace asyncio::detail
