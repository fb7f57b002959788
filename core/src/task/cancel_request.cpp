#include "task/cancel_request.hpp"

#include <new>

#include "asyncio/exceptions.hpp"
#include "task/cancel_sweep.hpp"

namespace asyncio::detail {
namespace {

[[noreturn]] void refuse_circle(const FutureCore& future) {
  throw RecursionError("tasks await each other in a circle: " + future.repr());
}

}  // namespace

bool CancelRequest::send(FutureCore& first) {
  bool taken = false;
  FutureCore* next = &first;
  try {
    while (next) {
      next = ask(*next, taken);
      while (!next && fan_) next = answer(taken);
    }
  } catch (const std::bad_alloc&) {
    give_up(true);
    throw;
  } catch (...) {
    give_up(false);
    throw;
  }
  return taken;
}

/// \returns whom to ask next; null: then `taken` is the answer
FutureCore* CancelRequest::ask(FutureCore& future, bool& taken) {
  taken = false;
  if (TaskCore* task = future.as_task()) {
    task->mark_retrieved();
    return task->done() ? nullptr : ask_tasks(*task, taken);
  }
  if (FanOut* fan = future.as_fan_out()) return ask_fan_out(*fan, nullptr, nullptr, taken);
  taken = future.cancel(message_);
  return nullptr;
}

/// Along tasks, each of which awaits the next. One that comes again closes a circle; to look back only at each power of
/// two is enough to notice (Brent).
FutureCore* CancelRequest::ask_tasks(TaskCore& first, bool& taken) {
  taken = true;
  TaskCore* task = &first;
  TaskCore* seen = task;
  std::size_t steps = 0;
  std::size_t look_at = 1;
  for (;;) {
    if (sweep_ && !sweep_->visit(*task)) return nullptr;
    FutureCore* next = nullptr;
    try {
      next = task->pass_cancel_on(message_);
    } catch (const std::bad_alloc&) {
      uncount(&first, task);
      throw;
    }
    if (!next) return nullptr;
    TaskCore* awaited = next->as_task();
    if (!awaited) return ask_fan_out(*next->as_fan_out(), &first, task, taken);
    task = awaited;
    if (task == seen) refuse_circle(*task);
    if (++steps == look_at) {
      seen = task;
      look_at *= 2;
    }
  }
}

FutureCore* CancelRequest::ask_fan_out(FanOut& fan, TaskCore* first, TaskCore* last, bool& taken) {
  if (fan.asks_) refuse_circle(last ? static_cast<FutureCore&>(*last) : fan);
  if (sweep_ && !sweep_->visit(fan)) {
    taken = true;
    if (last) last->cancel_answered(true);
    return nullptr;
  }
  fan.under_way_ = {fan_, first, last, 0, false};
  fan.asks_ = true;
  fan_ = &fan;
  taken = false;
  return fan.to_cancel(fan.under_way_.next++);
}

/// Tells the innermost fan-out what one of its futures has answered. \returns which of them is next; null: then `taken`
/// is the answer of what has passed the request on to it
FutureCore* CancelRequest::answer(bool& taken) {
  FanOut& fan = *fan_;
  fan.under_way_.taken = fan.under_way_.taken || taken;
  if (FutureCore* next = fan.to_cancel(fan.under_way_.next++)) return next;
  const FanOut::UnderWay ended = fan.under_way_;
  taken = ended.taken;
  if (taken) fan.cancel_taken();
  fan.asks_ = false;
  fan_ = ended.outer;
  if (!ended.last_task) return nullptr;
  ended.last_task->cancel_answered(taken);
  taken = true;
  return nullptr;
}

/// Takes the request back from the tasks from `first` on that come before `end`.
void CancelRequest::uncount(TaskCore* first, const TaskCore* end) noexcept {
  for (TaskCore* task = first; task && task != end; task = task->awaited_task()) --task->cancel_requests_;
}

void CancelRequest::give_up(bool uncounts) noexcept {
  for (; fan_; fan_ = fan_->under_way_.outer) {
    fan_->asks_ = false;
    if (!uncounts || !fan_->under_way_.last_task) continue;
    uncount(fan_->under_way_.first_task, fan_->under_way_.last_task);
    --fan_->under_way_.last_task->cancel_requests_;
  }
}

}  // namespace asyncio::detail
