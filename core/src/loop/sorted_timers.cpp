#include "asyncio/detail/loop/sorted_timers.hpp"

#include <algorithm>
#include <utility>

namespace asyncio::detail {

void SortedTimers::insert(const TimerEntry& entry) noexcept {
  if (end_ == capacity) {
    std::copy(entries_.begin() + begin_, entries_.begin() + end_, entries_.begin());
    end_ -= std::exchange(begin_, 0);
  }
  const auto end = entries_.begin() + end_;
  const auto place = std::partition_point(entries_.begin() + begin_, end,
                                          [&](const TimerEntry& other) { return other.when <= entry.when; });
  std::copy_backward(place, end, end + 1);
  *place = entry;
  ++end_;
}

bool SortedTimers::remove(const Timer& timer) noexcept {
  const auto end = entries_.begin() + end_;
  auto place = std::partition_point(entries_.begin() + begin_, end,
                                    [&](const TimerEntry& entry) { return entry.when < timer.when(); });
  while (place != end && place->timer != &timer) ++place;
  if (place == end) return false;
  std::copy(place + 1, end, place);
  --end_;
  return true;
}

}  // namespace asyncio::detail
