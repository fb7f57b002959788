#include "asyncio/detail/loop/ready_queue.hpp"

#include <new>

namespace asyncio::detail {

ReadyQueue::~ReadyQueue() {
  while (!empty()) pop();
}

void ReadyQueue::exchange(std::size_t one, std::size_t other) noexcept {
  std::swap(slot(one), slot(other));
  for (Slot* place : {&slot(one), &slot(other)})
    if (place->node) place->node->place_ = &place->node;
}

bool ReadyQueue::grow() noexcept {
  // Those that wait for room already come first.
  if (limit_ == 0) return false;
  const std::size_t old_mask = mask_;
  const std::size_t mask = 2 * old_mask + 1;
  std::unique_ptr<Slot[]> slots(new (std::nothrow) Slot[mask + 1]{});
  if (!slots) {
    limit_ = 0;
    return false;
  }
  slots_.swap(slots);
  mask_ = mask;
  limit_ = mask + 1;
  for (std::size_t position = head_; position != tail_; ++position)
    if (const Slot& slot = slots[position & old_mask]; slot.node) put(position, *slot.node, slot.touches);
  return true;
}

bool ReadyQueue::refill() noexcept {
  if (next_.empty())
    while (Runnable* node = overflow_.take_latest()) next_.add(*node);
  while (tail_ - head_ <= mask_ && !next_.empty()) {
    Runnable* node = next_.take_latest();
    put(tail_++, *node, node);
  }
  if (next_.empty() && overflow_.empty()) limit_ = mask_ + 1;
  return head_ != tail_;
}

}  // namespace asyncio::detail
