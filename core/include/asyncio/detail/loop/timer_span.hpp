#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "asyncio/detail/loop/sorted_timers.hpp"

namespace asyncio::detail {

/// The timers of one span of time, in the order in which they came: adding and removing cost the same however many
/// there are. Of equal deadlines the one that came first stays first, whatever is done with them.
class TimerSpan {
 public:
  explicit TimerSpan(TimePoint begin) noexcept : begin_(begin), latest_(begin) {}

  /// No deadline here is earlier.
  TimePoint begin() const noexcept { return begin_; }
  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  /// Whether all deadlines are known to be one.
  bool uniform() const noexcept { return begin_ == latest_; }

  void add(Timer& timer, TimePoint when) {
    add_unnumbered({when, &timer});
    timer.index_ = base_ + static_cast<std::uint32_t>(entries_.size() - 1);
  }
  /// Adds what remove() will not find before number().
  void add_unnumbered(const TimerEntry& entry) {
    if (entries_.empty()) entries_.reserve(fewest);
    entries_.push_back(entry);
    if (entry.when > latest_) latest_ = entry.when;
    ++size_;
  }
  void number() noexcept;

  /// \returns whether it was here
  bool remove(const Timer& timer) noexcept;

  /// Puts all in order where they are: what is wanted where there is no memory to divide them.
  void sort() noexcept;

  /// Moves the first ones, as many as there is room for.
  void move_to(SortedTimers& sorted) noexcept;

  /// Finds out what begin() and uniform() could be. \pre !empty()
  void tighten() noexcept;

  /// Calls `f` with each entry in the order of arrival.
  template <class F>
  void each(F f) const {
    for (std::size_t i = head_; i < entries_.size(); ++i)
      if (entries_[i].timer) f(entries_[i]);
  }

 private:
  /// For how many there is room from the beginning: a span that is worth its while has no fewer.
  static constexpr std::size_t fewest = 64;
  void drop_removed() noexcept;

  TimePoint begin_;
  /// No deadline here is later.
  TimePoint latest_;
  /// Those before `head_` are not here any more; one that was cancelled is null.
  std::vector<TimerEntry> entries_;
  std::size_t head_ = 0;
  std::size_t size_ = 0;
  /// The number of the first of `entries_`; it wraps round.
  std::uint32_t base_ = 0;
};

}  // namespace asyncio::detail
