#pragma once

/// \file
/// Deadlines in order: a 4-ary heap of nodes that others own, equal deadlines first in, first out.

#include <cstdint>
#include <vector>

#include "asyncio/clock.hpp"
#include "asyncio/detail/runnable.hpp"

namespace asyncio::detail {

class TimerHeap;

/// Something to run at a deadline: it moves to the ready queue then. Leaves heap and queue when destroyed.
class Timer : public Runnable {
 public:
  TimePoint when() const noexcept { return when_; }
  bool scheduled() const noexcept { return heap_ != nullptr; }
  /// Out of the heap and out of the ready queue.
  void disarm() noexcept;

 protected:
  ~Timer() {
    if (heap_) disarm();
  }

 private:
  friend class TimerHeap;
  TimerHeap* heap_ = nullptr;
  TimePoint when_{};
  std::uint32_t index_ = 0;
};

class TimerHeap {
 public:
  TimerHeap() = default;
  TimerHeap(const TimerHeap&) = delete;
  TimerHeap& operator=(const TimerHeap&) = delete;
  ~TimerHeap();

  bool empty() const noexcept { return entries_.empty(); }
  std::size_t size() const noexcept { return entries_.size(); }
  /// The earliest deadline. \pre !empty()
  TimePoint next() const noexcept { return entries_.front().when; }

  void add(Timer& timer, TimePoint when);
  void remove(Timer& timer) noexcept;
  /// Takes the earliest one out if its deadline is not after `now`; else null.
  Timer* pop_due(TimePoint now) noexcept;

 private:
  struct Entry {
    TimePoint when;
    /// Order of arrival among equal deadlines.
    std::uint64_t sequence;
    Timer* timer;

    bool before(const Entry& other) const noexcept {
      return when != other.when ? when < other.when : sequence < other.sequence;
    }
  };
  void place(std::size_t index, const Entry& entry) noexcept;
  void sift_up(std::size_t index, const Entry& entry) noexcept;
  void sift_down(std::size_t index, const Entry& entry) noexcept;
  void remove_at(std::size_t index) noexcept;

  std::vector<Entry> entries_;
  std::uint64_t sequence_ = 0;
};

}  // namespace asyncio::detail
