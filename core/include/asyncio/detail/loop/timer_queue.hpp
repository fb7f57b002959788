#pragma once

/// \file
/// Deadlines in order, equal ones first in, first out, sorted only as far as they come near.

#include <cstddef>
#include <vector>

#include "asyncio/detail/loop/timer_span.hpp"

namespace asyncio::detail {

/// What is due soon is sorted; behind it lie spans of time whose timers are in no order. When what was soon is over,
/// the nearest span is sorted if it is small, and else divided. So most timers, which are cancelled long before they
/// are due, are never compared with each other (a ladder queue: Tang, Goh and Thng, 2005).
class TimerQueue {
 public:
  TimerQueue() = default;
  TimerQueue(const TimerQueue&) = delete;
  TimerQueue& operator=(const TimerQueue&) = delete;
  ~TimerQueue();

  bool empty() const noexcept { return size_ == 0; }
  std::size_t size() const noexcept { return size_; }
  /// The earliest deadline. \pre !empty()
  TimePoint next();

  void add(Timer& timer, TimePoint when);
  void remove(Timer& timer) noexcept;
  /// Takes the earliest one out if its deadline is not after `now`; else null.
  Timer* pop_due(TimePoint now);

 private:
  using Spans = std::vector<TimerSpan>;

  /// The farthest span that begins no later than `when`.
  static Spans::iterator find_span(Spans& spans, TimePoint when) noexcept;
  static Spans parts_of(TimerSpan& whole);
  bool is_soon(TimePoint when) const noexcept { return spans_.empty() || when < spans_.back().begin(); }
  void spill();
  void refill();
  void divide();
  void divide_or_sort();
  void leave(Timer& timer) noexcept;

  SortedTimers soon_;
  /// The farthest first. Where a deadline is the begin of a span, timers in front of the span may have it as well: they
  /// came earlier.
  Spans spans_;
  std::size_t size_ = 0;
};

}  // namespace asyncio::detail
