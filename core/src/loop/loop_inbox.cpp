#include "loop/loop_inbox.hpp"

#include <utility>

namespace asyncio::detail {

LoopInbox::~LoopInbox() {
  handles_.take_each([](Runnable& handle) { handle.discard(); });
}

bool LoopInbox::push(Ref<HandleCore> handle) noexcept {
  std::lock_guard lock(mutex_);
  if (closed_) return false;
  handle->hold();
  handles_.add(*handle);
  // Before the loop's thread may come for it: the count is one thread's.
  handle = {};
  // One wake for all that comes before the loop looks.
  if (!filled_.exchange(true, std::memory_order_relaxed)) host_.wake();
  return true;
}

void LoopInbox::take(CallbackList& handles) noexcept {
  std::lock_guard lock(mutex_);
  filled_.store(false, std::memory_order_relaxed);
  handles.take_from(handles_);
}

void LoopInbox::close() noexcept {
  std::lock_guard lock(mutex_);
  closed_ = true;
}

}  // namespace asyncio::detail
