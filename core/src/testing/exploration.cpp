#include "asyncio/detail/testing/exploration.hpp"

#include <algorithm>
#include <ostream>

#include "testing/run_under.hpp"

namespace asyncio::testing {
namespace {

bool alike(const ScheduledRun& one, const ScheduledRun& other) {
  return one.ending == other.ending && one.output == other.output;
}

/// Runs a program under one schedule after the other, and keeps what they gave.
class Explorer {
 public:
  Explorer(const detail::Program& program, const ExploreOptions& options) : program_(program), options_(options) {}

  Exploration explore() {
    asyncio::detail::Scheduler fifo{Schedule()};
    keep(detail::run_under(program_, fifo));
    try_each(fifo.points());
    // Where nothing can be chosen, chance finds nothing, either.
    if (!fifo.points().empty()) try_by_chance();
    for (ScheduleGroup& group : found_.groups) simplify(group.simplest);
    return std::move(found_);
  }

 private:
  bool exhausted() const noexcept { return found_.runs >= options_.runs; }

  void keep(ScheduledRun run) {
    ++found_.runs;
    const auto group = std::find_if(found_.groups.begin(), found_.groups.end(),
                                    [&](const ScheduleGroup& candidate) { return alike(candidate.simplest, run); });
    if (group == found_.groups.end()) {
      found_.groups.push_back({std::move(run), 1});
      return;
    }
    ++group->runs;
    if (run.schedule.size() < group->simplest.schedule.size()) group->simplest = std::move(run);
  }

  /// Half of the runs at most, evenly spread, where there are more single deviations than that.
  void try_each(const std::vector<asyncio::detail::ChoicePoint>& points) {
    Schedule single;
    for (const auto& [iteration, slot, picks] : points)
      for (std::size_t pick = 1; pick <= picks; ++pick) single.push_back({iteration, slot, pick});
    const std::size_t most = std::max<std::size_t>(1, options_.runs / 2);
    const std::size_t stride = (single.size() + most - 1) / most;
    for (std::size_t i = 0; i < single.size() && !exhausted(); i += stride)
      keep(detail::run_scheduled(program_, {single[i]}));
  }

  void try_by_chance() {
    for (std::uint64_t seed = options_.seed; !exhausted(); ++seed) {
      asyncio::detail::Scheduler chance(seed);
      keep(detail::run_under(program_, chance));
    }
  }

  /// Leaves out deviations as long as the run gives the same: first many at once, then one by one.
  void simplify(ScheduledRun& run) {
    for (std::size_t length = run.schedule.size(); length > 0; length /= 2)
      for (std::size_t begin = 0; begin < run.schedule.size();)
        if (!leave_out(run, begin, length)) begin += length;
  }

  bool leave_out(ScheduledRun& run, std::size_t begin, std::size_t length) {
    Schedule fewer = run.schedule;
    const auto first = fewer.begin() + static_cast<std::ptrdiff_t>(begin);
    fewer.erase(first, first + static_cast<std::ptrdiff_t>(std::min(length, fewer.size() - begin)));
    ScheduledRun simpler = detail::run_scheduled(program_, fewer);
    if (!alike(simpler, run) || simpler.schedule.size() >= run.schedule.size()) return false;
    run = std::move(simpler);
    return true;
  }

  const detail::Program& program_;
  const ExploreOptions& options_;
  Exploration found_;
};

/// "first in, first out everywhere, except: at 0.2 s B before A"
std::string in_words(const Schedule& schedule) {
  std::string text = "first in, first out everywhere";
  for (std::size_t i = 0; i < schedule.size(); ++i) text += (i == 0 ? ", except: " : "; ") + schedule[i].words;
  return text;
}

}  // namespace

bool Exploration::passed() const noexcept {
  return std::none_of(groups.begin(), groups.end(), [](const ScheduleGroup& group) { return group.simplest.failed(); });
}

std::string Exploration::text() const {
  std::string text = std::to_string(runs) + " runs gave " + std::to_string(groups.size()) +
                     (groups.size() == 1 ? " result" : " different results");
  for (const auto& [run, count] : groups) {
    text += "\n" + std::to_string(count) + " of them " + (run.failed() ? "ended with " : "") + run.ending + ", " +
            in_words(run.schedule);
    if (!run.schedule.empty()) text += " [" + to_string(run.schedule) + ']';
    if (!run.output.empty()) text += "\n" + run.output;
    while (text.ends_with('\n')) text.pop_back();
  }
  return text;
}

std::ostream& operator<<(std::ostream& out, const Exploration& exploration) { return out << exploration.text(); }

namespace detail {

Exploration explore(const Program& program, const ExploreOptions& options) {
  return Explorer(program, options).explore();
}

}  // namespace detail
}  // namespace asyncio::testing
