#include "asyncio/detail/loop/timer_queue.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/observer.hpp"

namespace asyncio::detail {
namespace {

void note(const Timer& timer, TimerAct act) noexcept {
  if (Observer* observer = this_thread().observer) [[unlikely]]
    observer->timer(&timer, act, timer.when());
}

}  // namespace

TimerQueue::~TimerQueue() {
  for (const TimerEntry& entry : soon_.all()) leave(*entry.timer);
  for (const TimerSpan& span : spans_) span.each([this](const TimerEntry& entry) { leave(*entry.timer); });
}

void TimerQueue::leave(Timer& timer) noexcept {
  timer.scheduled_ = false;
  timer.next_ = nullptr;
  --size_;
}

TimerQueue::Spans::iterator TimerQueue::find_span(Spans& spans, TimePoint when) noexcept {
  return std::partition_point(spans.begin(), spans.end(),
                              [when](const TimerSpan& span) { return span.begin() > when; });
}

void TimerQueue::add(Timer& timer, TimePoint when) {
  if (is_soon(when) && soon_.full()) spill();
  if (is_soon(when)) {
    soon_.insert({when, &timer});
  } else {
    find_span(spans_, when)->add(timer, when);
  }
  timer.when_ = when;
  timer.timers_ = this;
  timer.scheduled_ = true;
  ++size_;
  note(timer, TimerAct::set);
}

/// Makes room among the sorted: the later half becomes a span.
void TimerQueue::spill() {
  constexpr std::size_t half = SortedTimers::capacity / 2;
  const auto later = soon_.all().subspan(half);
  TimerSpan span(later.front().when);
  for (const TimerEntry& entry : later) span.add(*entry.timer, entry.when);
  spans_.push_back(std::move(span));
  soon_.truncate(half);
}

void TimerQueue::remove(Timer& timer) noexcept {
  leave(timer);
  note(timer, TimerAct::cancelled);
  for (auto span = find_span(spans_, timer.when_); span != spans_.end(); ++span) {
    if (!span->remove(timer)) continue;
    if (span->empty()) spans_.erase(span);
    return;
  }
  soon_.remove(timer);
}

/// Makes the first of the sorted the earliest of all. \pre !empty()
void TimerQueue::refill() {
  while (soon_.empty()) {
    TimerSpan& nearest = spans_.back();
    if (nearest.size() > SortedTimers::capacity && !nearest.uniform()) {
      divide_or_sort();
    } else {
      nearest.move_to(soon_);
      if (nearest.empty()) spans_.pop_back();
    }
  }
}

/// Into spans that begin at different moments, the latest first; into one, itself, if its deadlines are one. Of about
/// as many timers each, as far as a sample can tell.
TimerQueue::Spans TimerQueue::parts_of(TimerSpan& whole) {
  constexpr std::size_t samples_per_part = 4;
  constexpr std::size_t most_samples = SortedTimers::capacity / 2;
  SortedTimers samples;
  const std::size_t stride = whole.size() / most_samples;
  std::size_t index = 0;
  whole.each([&](const TimerEntry& entry) {
    if (index++ % stride == 0 && !samples.full()) samples.insert(entry);
  });
  Spans parts;
  const auto sample = samples.all();
  for (std::size_t i = (sample.size() - 1) / samples_per_part * samples_per_part; i > 0; i -= samples_per_part)
    if (sample[i].when > sample[0].when && (parts.empty() || sample[i].when < parts.back().begin()))
      parts.emplace_back(sample[i].when);
  if (parts.empty()) {
    whole.tighten();
    if (!whole.uniform()) parts.emplace_back(whole.begin() + Duration(1));
  }
  parts.emplace_back(whole.begin());
  return parts;
}

/// Replaces the nearest span by several, or finds out that its deadlines are one.
void TimerQueue::divide() {
  Spans parts = parts_of(spans_.back());
  if (parts.size() == 1) return;
  spans_.back().each([&](const TimerEntry& entry) { find_span(parts, entry.when)->add_unnumbered(entry); });
  spans_.reserve(spans_.size() + parts.size());
  // Until now nothing has changed; from here on nothing fails.
  spans_.pop_back();
  for (TimerSpan& part : parts) {
    if (part.empty()) continue;
    part.number();
    spans_.push_back(std::move(part));
  }
}

/// Time goes on without memory, too.
void TimerQueue::divide_or_sort() {
  try {
    divide();
  } catch (const std::bad_alloc&) {
    TimerSpan& nearest = spans_.back();
    nearest.sort();
    nearest.move_to(soon_);
    nearest.tighten();
  }
}

TimePoint TimerQueue::next() {
  refill();
  return soon_.front().when;
}

Timer* TimerQueue::pop_due(TimePoint now) {
  if (empty() || next() > now) return nullptr;
  Timer* timer = soon_.front().timer;
  soon_.pop_front();
  leave(*timer);
  note(*timer, TimerAct::fired);
  return timer;
}

}  // namespace asyncio::detail
