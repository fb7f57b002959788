#include "testing/scheduler.hpp"

#include <algorithm>
#include <cstdio>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/loop/ready_queue.hpp"
#include "asyncio/detail/task/task_core.hpp"

namespace asyncio::detail {
namespace {

const TaskCore* task_at(ReadyQueue& ready, std::size_t position) { return dynamic_cast<TaskCore*>(ready.at(position)); }

/// "Task-3 (fetch)": numbers differ from run to run.
std::string named(const TaskCore& task) {
  const PromiseBase* const coroutine = task.innermost();
  return coroutine ? task.name() + " (" + std::string(function_name(programs_frame(*coroutine).where)) + ')'
                   : task.name();
}

/// "at 0.2 s Task-3 (fetch) before Task-2 (fetch)"
std::string in_words(const TaskCore& first, const TaskCore& second) {
  const double seconds = std::chrono::duration<double>(running_loop().time().time_since_epoch()).count();
  char time[32];
  std::snprintf(time, sizeof(time), "%g", seconds);
  return "at " + std::string(time) + " s " + named(first) + " before " + named(second);
}

}  // namespace

void Scheduler::arrange(ReadyQueue& ready, std::size_t end, std::uint64_t number) noexcept {
  try {
    std::vector<std::size_t> places;
    for (std::size_t position = ready.head(); position != end; ++position)
      if (task_at(ready, position)) places.push_back(position);
    choose(ready, places, number);
  } catch (const std::bad_alloc&) {
    // What cannot be remembered is not done: the rest of the iteration stays in its order.
    return;
  }
}

void Scheduler::choose(ReadyQueue& ready, std::vector<std::size_t>& places, std::uint64_t number) {
  for (std::size_t slot = 0; slot + 1 < places.size(); ++slot) {
    const ChoicePoint point{number, slot, places.size() - slot - 1};
    points_.push_back(point);
    const std::size_t picked = pick(point);
    if (picked == 0) continue;
    taken_.push_back(
        {number, slot, picked, in_words(*task_at(ready, places[slot + picked]), *task_at(ready, places[slot]))});
    // Callbacks between them keep their places: only tasks change theirs.
    for (std::size_t at = slot + picked; at > slot; --at) ready.exchange(places[at], places[at - 1]);
  }
}

std::size_t Scheduler::pick(const ChoicePoint& point) {
  if (chance_) return std::uniform_int_distribution<std::size_t>(0, point.picks)(*chance_);
  const auto given = std::find_if(given_.begin(), given_.end(), [&](const testing::Deviation& deviation) {
    return deviation.iteration == point.iteration && deviation.slot == point.slot;
  });
  return given == given_.end() ? 0 : std::min(given->pick, point.picks);
}

}  // namespace asyncio::detail
