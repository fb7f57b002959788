#include "asyncio/detail/loop_inbox.hpp"

#include <utility>

namespace asyncio::detail {

bool LoopInbox::push(Ref<HandleCore> handle) {
  std::lock_guard lock(mutex_);
  if (closed_) return false;
  handles_.push_back(std::move(handle));
  // One wake for all that comes before the loop looks.
  if (!filled_.exchange(true, std::memory_order_relaxed)) host_.wake();
  return true;
}

std::vector<Ref<HandleCore>> LoopInbox::take() {
  std::lock_guard lock(mutex_);
  filled_.store(false, std::memory_order_relaxed);
  return std::exchange(handles_, {});
}

void LoopInbox::close() {
  std::lock_guard lock(mutex_);
  closed_ = true;
}

}  // namespace asyncio::detail
