#include "asyncio/detail/loop/timer_span.hpp"

#include <algorithm>

namespace asyncio::detail {

void TimerSpan::number() noexcept {
  for (std::size_t i = head_; i < entries_.size(); ++i)
    if (Timer* timer = entries_[i].timer) timer->index_ = base_ + static_cast<std::uint32_t>(i);
}

bool TimerSpan::remove(const Timer& timer) noexcept {
  const std::size_t position = timer.index_ - base_;
  if (position < head_ || position >= entries_.size() || entries_[position].timer != &timer) return false;
  entries_[position].timer = nullptr;
  --size_;
  while (entries_.size() > head_ && !entries_.back().timer) entries_.pop_back();
  while (head_ < entries_.size() && !entries_[head_].timer) ++head_;
  constexpr std::size_t worth_it = 64;
  if (const std::size_t removed = entries_.size() - size_; removed > worth_it && removed > size_) drop_removed();
  return true;
}

void TimerSpan::drop_removed() noexcept {
  const std::size_t removed = entries_.size() - size_;
  // From the front they can be taken without a touch of those that stay.
  const auto front = static_cast<std::ptrdiff_t>(head_);
  entries_.erase(entries_.begin(), entries_.begin() + front);
  base_ += static_cast<std::uint32_t>(front);
  head_ = 0;
  if (static_cast<std::size_t>(front) >= removed / 2) return;
  std::erase_if(entries_, [](const TimerEntry& entry) { return !entry.timer; });
  number();
}

void TimerSpan::sort() noexcept {
  std::erase_if(entries_, [](const TimerEntry& entry) { return !entry.timer; });
  head_ = entries_.size() - size_;
  // Equal ones stay as they came.
  std::sort(entries_.begin() + static_cast<std::ptrdiff_t>(head_), entries_.end(),
            [base = base_](const TimerEntry& a, const TimerEntry& b) {
              return a.when != b.when ? a.when < b.when : a.timer->index_ - base < b.timer->index_ - base;
            });
  number();
}

void TimerSpan::move_to(SortedTimers& sorted) noexcept {
  for (; size_ > 0 && !sorted.full(); ++head_) {
    if (!entries_[head_].timer) continue;
    sorted.insert(entries_[head_]);
    --size_;
  }
}

void TimerSpan::tighten() noexcept {
  TimePoint earliest = TimePoint::max();
  TimePoint latest = TimePoint::min();
  each([&](const TimerEntry& entry) {
    earliest = std::min(earliest, entry.when);
    latest = std::max(latest, entry.when);
  });
  begin_ = earliest;
  latest_ = latest;
}

}  // namespace asyncio::detail
