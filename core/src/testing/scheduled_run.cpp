#include "asyncio/detail/testing/scheduled_run.hpp"

#include <iostream>

#include "testing/captured_output.hpp"
#include "testing/run_under.hpp"

namespace asyncio::testing {

void note(std::string_view line) {
  auto* const captured = asyncio::detail::CapturedOutput::innermost();
  (captured ? static_cast<std::ostream&>(captured->text()) : std::cout) << line << '\n';
}

namespace detail {

ScheduledRun run_scheduled(const Program& program, const Schedule& schedule) {
  asyncio::detail::Scheduler scheduler(schedule);
  return run_under(program, scheduler);
}

}  // namespace detail
}  // namespace asyncio::testing
