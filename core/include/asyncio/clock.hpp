#pragma once

/// \file
/// Loop time: the clock that `EventLoop::time()` and every deadline are measured on.

#include <chrono>

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

}  // namespace asyncio
