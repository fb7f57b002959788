#pragma once

/// \file
/// What many schedules make of a program.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "asyncio/detail/testing/scheduled_run.hpp"

namespace asyncio::testing {

/// The runs that gave the same.
struct ScheduleGroup {
  /// The one with the fewest deviations: none of them can be left out.
  ScheduledRun simplest;
  std::size_t runs = 0;
};

struct ExploreOptions {
  /// How many runs at most, those that make a schedule simpler aside.
  std::size_t runs = 1000;
  /// Where chance begins, once each single deviation has been tried.
  std::uint64_t seed = 1;
};

/// What explore() found.
struct Exploration {
  /// The first is that of first in, first out.
  std::vector<ScheduleGroup> groups;
  std::size_t runs = 0;

  /// Whether no run failed.
  bool passed() const noexcept;
  /// The same, for `CHECK(explore(program))`.
  explicit operator bool() const noexcept { return passed(); }
  /// Whether all runs gave the same.
  bool deterministic() const noexcept { return groups.size() == 1; }
  /// In words: each group, and which order it takes.
  std::string text() const;
};
std::ostream& operator<<(std::ostream& out, const Exploration& exploration);

namespace detail {

Exploration explore(const Program& program, const ExploreOptions& options);

}  // namespace detail
}  // namespace asyncio::testing
