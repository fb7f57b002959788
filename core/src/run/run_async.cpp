#include "asyncio/run_async.hpp"

#include <cstdlib>
#include <deque>

#include "asyncio/log.hpp"

namespace asyncio {
namespace {

using Pending = std::deque<std::unique_ptr<detail::PendingRun>>;

/// Never destroyed: the handler below runs while other globals are.
Pending& pending_runs() {
  static Pending& runs = *new Pending;
  return runs;
}

void run_pending() {
  Pending& runs = pending_runs();
  while (!runs.empty()) {
    const auto next = std::move(runs.front());
    runs.pop_front();
    next->execute();
  }
}

}  // namespace

void detail::run_after_main(std::unique_ptr<PendingRun> run) {
  static const bool registered = std::atexit(run_pending) == 0;
  if (!registered) throw std::runtime_error("run_async(): no more functions can be registered to run after main()");
  pending_runs().push_back(std::move(run));
}

void run_async(Coro<void> main) {
  run_async<void>(std::move(main), [](const Result<void>& result) {
    if (result.exception()) detail::log(LogLevel::error, "run_async(): " + detail::describe(result.exception()));
  });
}

}  // namespace asyncio
