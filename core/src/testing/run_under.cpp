#include "testing/run_under.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/runners.hpp"
#include "testing/captured_output.hpp"
#include "testing/lone_host.hpp"

namespace asyncio::testing::detail {

ScheduledRun run_under(const Program& program, asyncio::detail::Scheduler& scheduler) {
  ScheduledRun run;
  asyncio::detail::CapturedOutput captured;
  try {
    Runner runner({.loop_factory = asyncio::detail::make_lone_loop});
    runner.get_loop().core().arranger = &scheduler;
    runner.run(program());
    run.ending = "returned";
  } catch (...) {
    run.ending = asyncio::detail::describe(std::current_exception());
  }
  run.output = captured.text().str();
  run.schedule = scheduler.taken();
  return run;
}

}  // namespace asyncio::testing::detail
