#include "asyncio/detail/timer_queue.hpp"

#include <algorithm>
#include <utility>

namespace asyncio::detail {
namespace {

/// How many are kept sorted: so few that to make room for one in their midst is cheap.
constexpr std::size_t most_soon = 128;
/// Into how many spans one is divided at most.
constexpr std::size_t most_parts = 16;

constexpr auto earlier = [](const TimerEntry& a, const TimerEntry& b) { return a.when < b.when; };

/// Where to divide a span; nowhere if its deadlines are one, which it then knows.
std::vector<TimePoint> bounds_in(TimerSpan& whole) {
  std::vector<TimePoint> bounds = whole.bounds(std::min(most_parts, whole.size() / (most_soon / 2)));
  if (!bounds.empty()) return bounds;
  whole.tighten();
  if (!whole.uniform()) bounds.push_back(whole.begin() + Duration(1));
  return bounds;
}

}  // namespace

void Timer::leave_timers() noexcept { timers_->remove(*this); }

TimerQueue::~TimerQueue() {
  for (std::size_t i = head_; i < soon_.size(); ++i)
    if (soon_[i].timer) leave(*soon_[i].timer);
  for (const TimerSpan& span : spans_) span.each([this](const TimerEntry& entry) { leave(*entry.timer); });
}

void TimerQueue::leave(Timer& timer) noexcept {
  timer.scheduled_ = false;
  timer.next_ = nullptr;
  --size_;
}

TimerQueue::Spans::iterator TimerQueue::find_span(TimePoint when) noexcept {
  return std::partition_point(spans_.begin(), spans_.end(),
                              [when](const TimerSpan& span) { return span.begin() > when; });
}

void TimerQueue::add(Timer& timer, TimePoint when) {
  if (is_soon(when) && soon_.size() == most_soon) spill();
  if (is_soon(when)) {
    add_soon(timer, when);
  } else {
    find_span(when)->add(timer, when);
  }
  timer.when_ = when;
  timer.timers_ = this;
  timer.scheduled_ = true;
  ++size_;
}

void TimerQueue::add_soon(Timer& timer, TimePoint when) {
  const TimerEntry entry{when, &timer};
  soon_.reserve(most_soon);
  soon_.insert(std::upper_bound(soon_.begin() + static_cast<std::ptrdiff_t>(head_), soon_.end(), entry, earlier),
               entry);
}

/// Makes room among the sorted: drops what is over, and if too many are left makes a span of the later half.
void TimerQueue::spill() {
  soon_.erase(soon_.begin(), soon_.begin() + static_cast<std::ptrdiff_t>(head_));
  head_ = 0;
  std::erase_if(soon_, [](const TimerEntry& entry) { return !entry.timer; });
  constexpr std::size_t half = most_soon / 2;
  if (soon_.size() <= half) return;
  TimerSpan later(soon_[half].when);
  for (std::size_t i = half; i < soon_.size(); ++i) later.add(*soon_[i].timer, soon_[i].when);
  spans_.push_back(std::move(later));
  soon_.erase(soon_.begin() + half, soon_.end());
}

void TimerQueue::remove(Timer& timer) noexcept {
  leave(timer);
  if (size_ == 0) {
    soon_.clear();
    head_ = 0;
    return spans_.clear();
  }
  for (auto span = find_span(timer.when_); span != spans_.end(); ++span) {
    if (!span->remove(timer)) continue;
    if (span->empty()) spans_.erase(span);
    return;
  }
  remove_soon(timer);
}

void TimerQueue::remove_soon(const Timer& timer) noexcept {
  const auto begin = soon_.begin() + static_cast<std::ptrdiff_t>(head_);
  auto entry = std::lower_bound(begin, soon_.end(), TimerEntry{timer.when_, nullptr}, earlier);
  while (entry->timer != &timer) ++entry;
  entry->timer = nullptr;
  while (soon_.size() > head_ && !soon_.back().timer) soon_.pop_back();
}

/// Makes the first of the sorted the earliest of all. \returns false if there is none
bool TimerQueue::settle() {
  if (size_ == 0) return false;
  for (;;) {
    while (head_ < soon_.size() && !soon_[head_].timer) ++head_;
    if (head_ < soon_.size()) return true;
    refill();
  }
}

/// \pre what was soon is over
void TimerQueue::refill() {
  TimerSpan& nearest = spans_.back();
  if (nearest.size() > most_soon && !nearest.uniform()) return divide();
  soon_.clear();
  soon_.reserve(most_soon);
  head_ = 0;
  nearest.take(most_soon, soon_);
  if (!nearest.uniform()) std::stable_sort(soon_.begin(), soon_.end(), earlier);
  if (nearest.empty()) spans_.pop_back();
}

/// Replaces the nearest span by several, or finds out that its deadlines are one.
void TimerQueue::divide() {
  const std::vector<TimePoint> bounds = bounds_in(spans_.back());
  if (bounds.empty()) return;
  Spans parts;
  parts.reserve(bounds.size() + 1);
  for (std::size_t i = bounds.size(); i > 0; --i) parts.emplace_back(bounds[i - 1]);
  parts.emplace_back(spans_.back().begin());
  spans_.back().each([&](const TimerEntry& entry) {
    const auto later = std::upper_bound(bounds.begin(), bounds.end(), entry.when) - bounds.begin();
    parts[bounds.size() - static_cast<std::size_t>(later)].add_unnumbered(entry);
  });
  // Nothing fails from here on: until now nothing has changed.
  spans_.reserve(spans_.size() + parts.size());
  spans_.pop_back();
  for (TimerSpan& part : parts) {
    if (part.empty()) continue;
    part.number();
    spans_.push_back(std::move(part));
  }
}

TimePoint TimerQueue::next() {
  settle();
  return soon_[head_].when;
}

Timer* TimerQueue::pop_due(TimePoint now) {
  if (!settle() || soon_[head_].when > now) return nullptr;
  Timer* timer = soon_[head_++].timer;
  leave(*timer);
  return timer;
}

}  // namespace asyncio::detail
