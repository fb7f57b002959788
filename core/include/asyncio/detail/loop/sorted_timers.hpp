#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "asyncio/detail/loop/timer.hpp"

namespace asyncio::detail {

/// A few timers in the order of their deadlines, equal ones in the order in which they came: so few that to make room
/// in their midst is cheap.
class SortedTimers {
 public:
  static constexpr std::size_t capacity = 128;

  bool empty() const noexcept { return begin_ == end_; }
  bool full() const noexcept { return end_ - begin_ == capacity; }
  std::span<const TimerEntry> all() const noexcept { return {entries_.data() + begin_, end_ - begin_}; }
  const TimerEntry& front() const noexcept { return entries_[begin_]; }

  /// \pre !full()
  void insert(const TimerEntry& entry) noexcept;
  /// \returns whether it was here
  bool remove(const Timer& timer) noexcept;
  void pop_front() noexcept { ++begin_; }
  /// Drops all but the first `count`.
  void truncate(std::size_t count) noexcept { end_ = begin_ + count; }

 private:
  std::array<TimerEntry, capacity> entries_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace asyncio::detail
