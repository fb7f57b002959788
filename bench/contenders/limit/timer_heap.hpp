#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

/// A timer's place in the heap; belongs to whoever waits.
struct Timer {
  std::size_t index;
};

/// Deadlines in order: a 4-ary heap of nodes that others own.
class TimerHeap {
 public:
  bool empty() const noexcept { return entries_.empty(); }
  std::int64_t next() const noexcept { return entries_.front().when; }
  Timer& first() const noexcept { return *entries_.front().timer; }

  void add(Timer& timer, std::int64_t when) {
    entries_.push_back({when, &timer});
    rise(entries_.size() - 1, {when, &timer});
  }
  void remove(const Timer& timer) noexcept {
    const std::size_t hole = timer.index;
    const Entry last = entries_.back();
    entries_.pop_back();
    if (hole == entries_.size()) return;
    if (hole > 0 && last.when < entries_[(hole - 1) / arity].when) {
      rise(hole, last);
    } else {
      sink(hole, last);
    }
  }

 private:
  struct Entry {
    std::int64_t when;
    Timer* timer;
  };
  static constexpr std::size_t arity = 4;

  void place(std::size_t index, const Entry& entry) noexcept {
    entries_[index] = entry;
    entry.timer->index = index;
  }
  void rise(std::size_t index, const Entry& entry) noexcept {
    for (; index > 0; index = (index - 1) / arity) {
      const Entry& parent = entries_[(index - 1) / arity];
      if (parent.when <= entry.when) break;
      place(index, parent);
    }
    place(index, entry);
  }
  void sink(std::size_t index, const Entry& entry) noexcept {
    for (std::size_t child; (child = index * arity + 1) < entries_.size();) {
      const std::size_t end = std::min(child + arity, entries_.size());
      for (std::size_t other = child + 1; other < end; ++other)
        if (entries_[other].when < entries_[child].when) child = other;
      if (entries_[child].when >= entry.when) break;
      place(index, entries_[child]);
      index = child;
    }
    place(index, entry);
  }

  std::vector<Entry> entries_;
};
