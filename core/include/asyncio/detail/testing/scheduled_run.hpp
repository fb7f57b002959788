#pragma once

/// \file
/// One run of a program under a schedule.

#include <functional>
#include <string>
#include <string_view>

#include "asyncio/coro.hpp"
#include "asyncio/detail/schedule/schedule.hpp"

namespace asyncio::testing {

/// What a run under one schedule gave.
struct ScheduledRun {
  Schedule schedule;
  /// What it wrote to std::cout, to std::cerr and by note(), and what it returned.
  std::string output;
  /// "returned", "asyncio::DeadlockError: …", "std::runtime_error: no": how it ended.
  std::string ending;
  bool failed() const noexcept { return ending != "returned"; }
};

/// Adds a line to the run's output.
void note(std::string_view line);

namespace detail {

using Program = std::function<Coro<void>()>;
ScheduledRun run_scheduled(const Program& program, const Schedule& schedule);

}  // namespace detail
}  // namespace asyncio::testing
