#include "posix/net/connect_race.hpp"

#include <algorithm>

#include "asyncio/capture.hpp"
#include "asyncio/wait.hpp"

namespace asyncio::native {
namespace {

using detail::Ref;
using Attempt = Task<void>;

/// The attempts of one race.
struct Attempts : detail::RefCounted {
  std::vector<Attempt> all;

  std::vector<AnyFuture> pending() const {
    std::vector<AnyFuture> futures;
    std::copy_if(all.begin(), all.end(), std::back_inserter(futures), [](const Attempt& one) { return !one.done(); });
    return futures;
  }
};

/// Suspends until one is connected, or there is reason to begin with the next address, or none is left.
Coro<void> wait_for_turn(Ref<ConnectPlan> plan, Ref<Attempts> attempts, Duration delay) {
  detail::LoopCore& loop = detail::running_loop();
  const TimePoint deadline = loop.time() + delay;
  const bool more = attempts->all.size() < plan->addresses.size();
  while (!plan->connected) {
    const Duration rest = deadline - loop.time();
    if (more && (attempts->all.back().done() || rest <= Duration::zero())) co_return;
    std::vector<AnyFuture> pending = attempts->pending();
    if (pending.empty()) co_return;
    const auto timeout = more ? std::optional<Duration>(rest) : std::nullopt;
    co_await wait(std::move(pending), {.timeout = timeout, .return_when = FIRST_COMPLETED});
  }
}

Coro<void> start_in_turn(Ref<ConnectPlan> plan, Ref<Attempts> attempts, Duration delay) {
  for (std::size_t i = 0; i < plan->addresses.size() && !plan->connected; ++i) {
    attempts->all.push_back(create_task(try_address(plan, i)));
    auto waiting = wait_for_turn(plan, attempts, delay);
    co_await std::move(waiting);
  }
}

Coro<void> end_all(Ref<Attempts> attempts) {
  for (Attempt& attempt : attempts->all) attempt.cancel();
  std::vector<AnyFuture> pending = attempts->pending();
  if (!pending.empty()) co_await wait(std::move(pending));
  // What they failed with is in the plan.
  for (const Attempt& attempt : attempts->all)
    if (attempt.done() && !attempt.cancelled()) (void)attempt.exception();
}

}  // namespace

Coro<void> race(Ref<ConnectPlan> plan, Duration delay) {
  const Ref<Attempts> attempts(new Attempts());
  auto raced = co_await detail::Captured<void>(start_in_turn(plan, attempts, delay));
  auto ending = end_all(attempts);
  co_await std::move(ending);
  raced.value();
}

}  // namespace asyncio::native
