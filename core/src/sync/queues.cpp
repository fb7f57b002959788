#include "asyncio/queues.hpp"

#include <stdexcept>

#include "sync/repr.hpp"

namespace asyncio::detail {

QueueCore::QueueCore(std::size_t maxsize, const std::source_location& where)
    : maxsize_(maxsize), resource_(ResourceKind::queue, where) {
  finished_.resource_.join(ResourceKind::event, resource_);
  finished_.open();
}

QueueCore::~QueueCore() {
  for (auto* line : {&getters_, &putters_, &woken_}) end_waits(*line, "Queue");
  finished_.end_waits("Queue");
}

void QueueCore::wake_up_next(List<Waiter>& waiters) {
  while (Waiter* waiter = waiters.pop_front()) {
    woken_.push_back(*waiter);
    if (waiter->set()) return;
  }
}

void QueueCore::wake_up_all(List<Waiter>& waiters) {
  while (Waiter* waiter = waiters.pop_front()) {
    woken_.push_back(*waiter);
    waiter->set();
  }
}

void QueueTurn::suspend(PromiseBase& caller) {
  if (queue_.shut_down_) throw QueueShutDown();
  queue_.resource_.bind("Queue");
  queue_.resource_.note(ResourceKind::queue, ResourceAct::awaited);
  line().push_back(*this);
  suspend_until(caller);
}

bool QueueTurn::waits_on() {
  // A cancellation, or the end of the queue, is for the task itself to see.
  if (failed() || queue_.shut_down_ || !blocked()) return false;
  renew();
  unlink();
  line().push_back(*this);
  queue_.resource_.note(ResourceKind::queue, ResourceAct::awaited);
  return true;
}

void QueueTurn::pass_on_error() {
  const auto error = outcome();
  if (!error) return;
  if (orphaned()) std::rethrow_exception(error);
  unlink();
  // Woken, but it will not take its turn: the next in line may.
  if (!blocked() && !cancelled()) queue_.wake_up_next(line());
  std::rethrow_exception(error);
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
  ++size_;
  ++unfinished_;
  resource_.note(ResourceKind::queue, ResourceAct::put, size_);
  finished_.shut();
  wake_up_next(getters_);
}

void QueueCore::item_removed() {
  --size_;
  resource_.note(ResourceKind::queue, ResourceAct::taken, size_);
  wake_up_next(putters_);
}

void QueueCore::task_done() {
  if (unfinished_ == 0) throw std::invalid_argument("task_done() called too many times");
  if (--unfinished_ == 0) finished_.open();
}

Coro<void> QueueCore::join() {
  if (unfinished_ > 0) co_await finished_.wait();
}

void QueueCore::shutdown(bool immediate) {
  shut_down_ = true;
  if (immediate) {
    while (!empty()) {
      drop_item();
      --size_;
      resource_.note(ResourceKind::queue, ResourceAct::taken, size_);
      if (unfinished_ > 0) --unfinished_;
    }
    if (unfinished_ == 0) finished_.open();
  }
  wake_up_all(getters_);
  wake_up_all(putters_);
}

std::string QueueCore::repr() const {
  std::string text = std::string("<") + name() + " maxsize=" + std::to_string(maxsize_);
  const auto tell = [&text](const char* what, std::size_t number) {
    if (number > 0) text += std::string(what) + std::to_string(number);
  };
  tell(" items=", size_);
  tell(" getters=", count(getters_));
  tell(" putters=", count(putters_));
  tell(" tasks=", unfinished_);
  return text + (shut_down_ ? " shutdown>" : ">");
}

}  // namespace asyncio::detail
