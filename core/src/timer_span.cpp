#include "asyncio/detail/timer_span.hpp"

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

void TimerSpan::take(std::size_t most, std::vector<TimerEntry>& to) noexcept {
  for (; most > 0 && size_ > 0; ++head_) {
    if (!entries_[head_].timer) continue;
    to.push_back(entries_[head_]);
    --most;
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

std::vector<TimePoint> TimerSpan::bounds(std::size_t parts) const {
  constexpr std::size_t samples_per_part = 4;
  const std::size_t stride = std::max<std::size_t>(1, size_ / (parts * samples_per_part));
  std::vector<TimePoint> samples;
  std::size_t index = 0;
  each([&](const TimerEntry& entry) {
    if (index++ % stride == 0) samples.push_back(entry.when);
  });
  std::sort(samples.begin(), samples.end());
  std::vector<TimePoint> bounds;
  for (std::size_t i = samples_per_part; i < samples.size(); i += samples_per_part)
    if (samples[i] > (bounds.empty() ? samples.front() : bounds.back())) bounds.push_back(samples[i]);
  return bounds;
}

}  // namespace asyncio::detail
