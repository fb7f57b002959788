#pragma once

/// \file
/// In which order the tasks of a loop run.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace asyncio::testing {

/// One decision that is not first in, first out: in an iteration of the loop, where `slot` tasks of it have run, the
/// next one is not the first of those that are left but the `pick`-th after it.
struct Deviation {
  std::uint64_t iteration = 0;
  std::size_t slot = 0;
  std::size_t pick = 0;
  /// For people: "at 0.2 s Task-3 (fetch) before Task-2 (fetch)". Not compared.
  std::string words = {};
  bool operator==(const Deviation& other) const noexcept {
    return iteration == other.iteration && slot == other.slot && pick == other.pick;
  }
};

/// In which order a loop runs the tasks that are ready in one iteration: first in, first out, except for some
/// deviations. Callbacks keep their places.
using Schedule = std::vector<Deviation>;

/// "3.0:1,7.2:1", for parse_schedule(); "fifo" if there is no deviation.
std::string to_string(const Schedule& schedule);
/// \throws std::invalid_argument
Schedule parse_schedule(std::string_view text);

}  // namespace asyncio::testing
