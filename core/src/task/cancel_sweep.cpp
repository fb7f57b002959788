#include "task/cancel_sweep.hpp"

#include <algorithm>
#include <new>

#include "asyncio/exceptions.hpp"
#include "task/cancel_request.hpp"
#include "task/cancelled.hpp"

namespace asyncio::detail {

CancelSweep::~CancelSweep() {
  for (const AnyTask& task : tasks_) task.task_core().interruption_.set_swept(false);
  for (FanOut* fan : fans_) fan->swept_ = false;
}

void CancelSweep::run() {
  for (const AnyTask& task : tasks_) CancelRequest(no_message, this).send(task.core());
  try {
    for (FutureCore* future : downwards()) repeat(*future);
  } catch (const std::bad_alloc&) {
    // Then fewer requests are counted than were made. All have been asked.
  }
}

bool CancelSweep::visit(TaskCore& task) noexcept {
  if (task.interruption_.set_swept(true)) return true;
  count(task);
  return false;
}

bool CancelSweep::visit(FanOut& fan) noexcept {
  if (fan.swept_) {
    count(fan);
    return false;
  }
  try {
    fans_.push_back(&fan);
    fan.swept_ = true;
  } catch (const std::bad_alloc&) {
    // Then it is asked again each time.
  }
  return true;
}

void CancelSweep::count(FutureCore& future) noexcept {
  try {
    ++repeated_[&future].times;
  } catch (const std::bad_alloc&) {
    // To be asked matters more than to be counted.
  }
}

/// The `index`th of those to which it passes requests on; null after the last.
FutureCore* CancelSweep::next_of(FutureCore& future, std::size_t index) {
  if (const TaskCore* task = future.as_task()) return index == 0 ? task->passes_cancel_to() : nullptr;
  const FanOut* fan = future.as_fan_out();
  return fan ? fan->to_cancel(index) : nullptr;
}

/// All to which a request has to come again, each before those to which it passes it on.
std::vector<FutureCore*> CancelSweep::downwards() {
  std::vector<FutureCore*> starts;
  starts.reserve(repeated_.size());
  for (const auto& [future, repeated] : repeated_) starts.push_back(future);
  std::vector<FutureCore*> order;
  for (FutureCore* start : starts) search(*start, order);
  std::reverse(order.begin(), order.end());
  return order;
}

/// Depth first: appends each after those to which it passes requests on.
void CancelSweep::search(FutureCore& start, std::vector<FutureCore*>& order) {
  if (repeated_[&start].ordered) return;
  std::vector<FutureCore*> way{&start};
  while (!way.empty()) {
    FutureCore& here = *way.back();
    Repeated& repeated = repeated_[&here];
    repeated.on_the_way = true;
    if (FutureCore* next = next_of(here, repeated.next)) {
      ++repeated.next;
      const Repeated& found = repeated_[next];
      if (found.on_the_way) throw RecursionError("tasks await each other in a circle: " + next->repr());
      if (!found.ordered) way.push_back(next);
      continue;
    }
    repeated.on_the_way = false;
    repeated.ordered = true;
    order.push_back(&here);
    way.pop_back();
  }
}

void CancelSweep::repeat(FutureCore& future) {
  const std::uint64_t times = repeated_[&future].times;
  if (TaskCore* task = future.as_task()) task->repeat_cancel(times);
  for (std::size_t i = 0; FutureCore* next = next_of(future, i); ++i) repeated_[next].times += times;
}

}  // namespace asyncio::detail
