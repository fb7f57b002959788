#pragma once

/// \file
/// Loop time: the clock that `EventLoop::time()` and every deadline are measured on.

#include <chrono>
#include <cstdint>

namespace asyncio {

/// A length of time, in nanoseconds. Every `std::chrono` duration converts to it.
using Duration = std::chrono::nanoseconds;

/// The clock of the running loop. Its epoch is unspecified (with the virtual clock it is the start of the run), it
/// never goes back, and only differences mean anything. Source: `loop.time()` in Lib/asyncio/base_events.py.
struct Clock {
  using duration = Duration;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<Clock>;
  static constexpr bool is_steady = true;

  /// The running loop's time. \throws std::runtime_error outside a running loop.
  static time_point now();
};

/// A moment of loop time.
using TimePoint = Clock::time_point;

/// A clock that a test moves by hand; a loop made with it never waits. \see RunOptions::clock
class ManualClock {
 public:
  TimePoint now() const noexcept { return now_; }
  void advance(Duration by) noexcept { now_ += by; }

 private:
  TimePoint now_{};
};

/// Which time a loop goes by.
class ClockChoice {
 public:
  enum class Kind : std::uint8_t { platform_default, real, virtual_time, manual };
  constexpr ClockChoice() noexcept = default;
  constexpr explicit ClockChoice(Kind kind) noexcept : kind_(kind) {}
  constexpr ClockChoice(ManualClock& clock) noexcept : kind_(Kind::manual), manual_(&clock) {}
  constexpr Kind kind() const noexcept { return kind_; }
  constexpr ManualClock* manual() const noexcept { return manual_; }

 private:
  Kind kind_ = Kind::platform_default;
  ManualClock* manual_ = nullptr;
};

/// The host's monotonic clock.
inline constexpr ClockChoice real_clock{ClockChoice::Kind::real};
/// Time that jumps to the next deadline when nothing is ready: sleeps cost nothing, and a run is exactly repeatable.
inline constexpr ClockChoice virtual_clock{ClockChoice::Kind::virtual_time};

}  // namespace asyncio
