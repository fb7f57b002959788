#include "asyncio/queues.hpp"

#include <stdexcept>

namespace asyncio::detail {

QueueCore::QueueCore(std::size_t maxsize) : maxsize_(maxsize) { finished_.set(); }

void QueueCore::wake_up_next(List<Waiter>& waiters) {
  while (Waiter* waiter = waiters.pop_front())
    if (waiter->set()) return;
}

void QueueCore::wake_up_all(List<Waiter>& waiters) {
  while (Waiter* waiter = waiters.pop_front()) waiter->set();
}

Coro<void> QueueCore::wait_for_room() {
  while (full()) {
    if (shut_down_) throw QueueShutDown();
    loop_.bind("Queue");
    Waiter putter("Queue.put");
    putters_.push_back(putter);
    const auto cancelled = co_await putter.wait();
    if (!cancelled) continue;
    putter.unlink();
    // Woken, but it will not take the room: the next in line may.
    if (!full() && !putter.cancelled()) wake_up_next(putters_);
    std::rethrow_exception(cancelled);
  }
}

Coro<void> QueueCore::wait_for_item() {
  while (empty()) {
    if (shut_down_) throw QueueShutDown();
    loop_.bind("Queue");
    Waiter getter("Queue.get");
    getters_.push_back(getter);
    const auto cancelled = co_await getter.wait();
    if (!cancelled) continue;
    getter.unlink();
    // Woken, but it will not take the item: the next in line may.
    if (!empty() && !getter.cancelled()) wake_up_next(getters_);
    std::rethrow_exception(cancelled);
  }
}

void QueueCore::require_room() const {
  if (shut_down_) throw QueueShutDown();
  if (full()) throw QueueFull();
}

void QueueCore::require_item() const {
  if (!empty()) return;
  if (shut_down_) throw QueueShutDown();
  throw QueueEmpty();
}

void QueueCore::item_added() {
  ++unfinished_;
  finished_.clear();
  wake_up_next(getters_);
}

void QueueCore::item_removed() { wake_up_next(putters_); }

void QueueCore::task_done() {
  if (unfinished_ == 0) throw std::invalid_argument("task_done() called too many times");
  if (--unfinished_ == 0) finished_.set();
}

Coro<void> QueueCore::join() {
  if (unfinished_ > 0) co_await finished_.wait();
}

void QueueCore::shutdown(bool immediate) {
  shut_down_ = true;
  if (immediate) {
    while (!empty()) {
      drop_item();
      if (unfinished_ > 0) --unfinished_;
    }
    if (unfinished_ == 0) finished_.set();
  }
  wake_up_all(getters_);
  wake_up_all(putters_);
}

}  // namespace asyncio::detail
