#include "asyncio/detail/timer_heap.hpp"

namespace asyncio::detail {
namespace {
// Four children a node: half the levels of a binary heap, and siblings share a cache line or two.
constexpr std::size_t arity = 4;
}  // namespace

void Timer::disarm() noexcept {
  if (heap_) heap_->remove(*this);
  unlink();
}

TimerHeap::~TimerHeap() {
  for (auto& entry : entries_) entry.timer->heap_ = nullptr;
}

void TimerHeap::add(Timer& timer, TimePoint when) {
  timer.when_ = when;
  entries_.emplace_back();
  timer.heap_ = this;
  sift_up(entries_.size() - 1, {when, ++sequence_, &timer});
}

void TimerHeap::remove(Timer& timer) noexcept {
  timer.heap_ = nullptr;
  remove_at(timer.index_);
}

Timer* TimerHeap::pop_due(TimePoint now) noexcept {
  if (entries_.empty() || entries_.front().when > now) return nullptr;
  Timer* timer = entries_.front().timer;
  timer->heap_ = nullptr;
  remove_at(0);
  return timer;
}

void TimerHeap::place(std::size_t index, const Entry& entry) noexcept {
  entries_[index] = entry;
  entry.timer->index_ = static_cast<std::uint32_t>(index);
}

void TimerHeap::sift_up(std::size_t index, const Entry& entry) noexcept {
  while (index > 0) {
    const std::size_t parent = (index - 1) / arity;
    if (!entry.before(entries_[parent])) break;
    place(index, entries_[parent]);
    index = parent;
  }
  place(index, entry);
}

void TimerHeap::sift_down(std::size_t index, const Entry& entry) noexcept {
  const std::size_t size = entries_.size();
  for (;;) {
    const std::size_t first = index * arity + 1;
    if (first >= size) break;
    const std::size_t last = first + arity < size ? first + arity : size;
    std::size_t best = first;
    for (std::size_t child = first + 1; child < last; ++child)
      if (entries_[child].before(entries_[best])) best = child;
    if (!entries_[best].before(entry)) break;
    place(index, entries_[best]);
    index = best;
  }
  place(index, entry);
}

void TimerHeap::remove_at(std::size_t index) noexcept {
  const Entry moved = entries_.back();
  entries_.pop_back();
  if (index == entries_.size()) return;
  if (index > 0 && moved.before(entries_[(index - 1) / arity])) {
    sift_up(index, moved);
  } else {
    sift_down(index, moved);
  }
}

}  // namespace asyncio::detail
