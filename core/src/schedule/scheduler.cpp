#include "schedule/scheduler.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "schedule/reorder.hpp"

namespace asyncio::detail {
namespace {

constexpr std::string_view seed_prefix = "seed=";

std::optional<std::uint64_t> seed_in(std::string_view text) {
  if (!text.starts_with(seed_prefix)) return std::nullopt;
  const std::string_view digits = text.substr(seed_prefix.size());
  std::uint64_t seed = 0;
  const auto [at, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
  if (error != std::errc() || at != digits.data() + digits.size()) return std::nullopt;
  return seed;
}

/// "Task-3 (fetch)": numbers differ from run to run.
std::string named(Runnable& node) {
  const TaskCore* const task = task_in(&node);
  if (!task) return static_cast<HandleCore&>(static_cast<Timer&>(node)).repr_of_timer();
  const PromiseBase* const coroutine = task->innermost();
  return coroutine ? task->name() + " (" + std::string(function_name(programs_frame(*coroutine).where)) + ')'
                   : task->name();
}

/// "at 0.2 s Task-3 (fetch) before Task-2 (fetch)"
std::string in_words(Runnable& first, Runnable& second) {
  const double seconds = std::chrono::duration<double>(running_loop().time().time_since_epoch()).count();
  char time[32];
  std::snprintf(time, sizeof(time), "%g", seconds);
  return "at " + std::string(time) + " s " + named(first) + " before " + named(second);
}

}  // namespace

Scheduler::Scheduler(std::string_view text) {
  if (const auto seed = seed_in(text)) {
    chance_.emplace(*seed);
  } else {
    given_ = testing::parse_schedule(text);
  }
}

void Scheduler::arrange(ReadyQueue& ready, std::size_t end) noexcept {
  ++iteration_;
  slot_ = 0;
  try {
    reorder(ready, end, *this);
  } catch (const std::bad_alloc&) {
    // What cannot be remembered is not done: the rest of the iteration stays in its order.
  }
  nodes_.clear();
  placed_ = 0;
}

std::size_t Scheduler::next() {
  const ChoicePoint point{iteration_, slot_++, nodes_.size() - placed_ - 1};
  std::size_t picked = 0;
  if (point.picks > 0) {
    points_.push_back(point);
    picked = pick(point);
  }
  const auto first = nodes_.begin() + static_cast<std::ptrdiff_t>(placed_++);
  if (picked == 0) return 0;
  const auto chosen = first + static_cast<std::ptrdiff_t>(picked);
  taken_.push_back({point.iteration, point.slot, picked, in_words(**chosen, **first)});
  std::rotate(first, chosen, chosen + 1);
  return picked;
}

std::size_t Scheduler::pick(const ChoicePoint& point) {
  if (chance_) return chance_->below(point.picks + 1);
  const auto given = std::find_if(given_.begin(), given_.end(), [&](const testing::Deviation& deviation) {
    return deviation.iteration == point.iteration && deviation.slot == point.slot;
  });
  return given == given_.end() ? 0 : std::min(given->pick, point.picks);
}

}  // namespace asyncio::detail
