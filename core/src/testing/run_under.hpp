#pragma once

/// \file
/// One run of a program whose order a scheduler decides.

#include "asyncio/detail/testing/scheduled_run.hpp"
#include "schedule/scheduler.hpp"

namespace asyncio::testing::detail {

/// Runs it in a loop of its own, with virtual time. \returns with the deviations that came to be
ScheduledRun run_under(const Program& program, asyncio::detail::Scheduler& scheduler);

}  // namespace asyncio::testing::detail
