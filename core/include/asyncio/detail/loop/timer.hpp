#pragma once

#include <cstdint>

#include "asyncio/clock.hpp"
#include "asyncio/detail/loop/runnable.hpp"

namespace asyncio::detail {

class TimerQueue;

/// Something to run at a deadline: it moves from the timer queue to the ready queue then. Leaves either when destroyed.
class Timer : public Runnable {
 public:
  /// The deadline, also when it is over.
  TimePoint when() const noexcept { return when_; }
  /// Whether the deadline is still to come.
  bool scheduled() const noexcept { return scheduled_; }
  /// Out of the timer queue and out of the ready queue.
  void disarm() noexcept {
    if (scheduled_) leave_timers();
    unlink();
  }

 protected:
  ~Timer() override {
    if (scheduled_) leave_timers();
  }

 private:
  friend class TimerQueue;
  friend class TimerSpan;
  void leave_timers() noexcept;

  TimePoint when_{};
  /// Where its span of the timer queue has it. \see TimerSpan
  std::uint32_t index_ = 0;
  bool scheduled_ = false;
};

/// A timer's place among others.
struct TimerEntry {
  TimePoint when;
  Timer* timer;
};

}  // namespace asyncio::detail
