#include "posix/net/connect.hpp"

#include <algorithm>

#include "asyncio/capture.hpp"
#include "asyncio/exception_group.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/os_error.hpp"
#include "posix/net/connect_race.hpp"
#include "posix/net/interleave.hpp"

namespace asyncio::native {
namespace {

using detail::Ref;

Coro<std::vector<Address>> resolve_locally(std::optional<Endpoint> local, AddressFamily family, Lookup lookup) {
  if (!local) co_return std::vector<Address>();
  local->family = family;
  co_return co_await resolve(*local, lookup);
}

/// What is told when no address could be reached.
[[noreturn]] void fail(const ConnectPlan& plan, bool all_errors) {
  const std::vector<std::exception_ptr> errors = plan.all_errors();
  if (errors.empty()) throw TimeoutError("create_connection failed");
  if (all_errors) throw ExceptionGroup("create_connection failed", errors);
  const std::string first = detail::what(errors.front());
  std::string all = first;
  bool same = true;
  for (std::size_t i = 1; i < errors.size(); ++i) {
    const std::string text = detail::what(errors[i]);
    same = same && text == first;
    all += ", " + text;
  }
  if (same) std::rethrow_exception(errors.front());
  throw OSError("Multiple exceptions: " + all);
}

Coro<void> try_in_turn(Ref<ConnectPlan> plan) {
  for (std::size_t i = 0; i < plan->addresses.size() && !plan->connected; ++i) {
    auto tried = co_await detail::Captured<void>(try_address(plan, i));
    if (tried.exception() && !detail::matches<OSError>(tried.exception())) tried.value();
  }
}

}  // namespace

Coro<Descriptor> connect_to(Endpoint to, detail::ConnectionSetup setup) {
  const StreamOptions& options = setup.options();
  const Ref<ConnectPlan> plan(new ConnectPlan());
  const bool local = to.family == AddressFamily::local;
  plan->proto = local ? 0 : options.proto;
  const Lookup lookup{SOCK_STREAM, plan->proto, options.flags.value_or(0)};
  plan->addresses = co_await resolve(std::move(to), lookup);
  if (!local) plan->local = co_await resolve_locally(setup.local_addr(), options.family, lookup);
  const auto& delay = options.happy_eyeballs_delay;
  if (const int first = options.interleave.value_or(delay ? 1 : 0)) interleave(plan->addresses, first);
  auto trying = delay ? race(plan, *delay) : try_in_turn(plan);
  co_await std::move(trying);
  if (!plan->connected) fail(*plan, options.all_errors);
  co_return std::move(plan->connected);
}

}  // namespace asyncio::native
