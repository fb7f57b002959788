#include "asyncio/detail/ready_queue.hpp"

namespace asyncio::detail {

ReadyQueue::~ReadyQueue() {
  while (!empty()) pop();
}

void ReadyQueue::grow() {
  const std::unique_ptr<Slot[]> old = std::move(slots_);
  const std::size_t old_mask = mask_;
  mask_ = 2 * old_mask + 1;
  slots_.reset(new Slot[mask_ + 1]{});
  for (std::size_t position = head_; position != tail_; ++position)
    if (const Slot& slot = old[position & old_mask]; slot.node) put(position, *slot.node, slot.touches);
}

}  // namespace asyncio::detail
