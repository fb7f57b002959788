#include "asyncio/wait_for.hpp"

#include "asyncio/exceptions.hpp"
#include "compose/waiting.hpp"

namespace asyncio::detail {

Coro<void> cancel_and_wait(AnyFuture future) {
  const std::vector<AnyFuture> futures(1, future);
  Waiting waiting(futures, {0}, {});
  future.cancel();
  throw_if(co_await waiting.waiter().wait());
}

bool ended_by_cancellation(const AnyFuture& future) {
  if (future.cancelled()) return true;
  if (!is_cancelled_error(future.core().peek_error())) return false;
  future.core().mark_retrieved();
  return true;
}

}  // namespace asyncio::detail
