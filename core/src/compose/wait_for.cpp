#include "asyncio/wait_for.hpp"

#include "compose/waiting.hpp"

namespace asyncio::detail {

Coro<void> cancel_and_wait(AnyFuture future) {
  const std::vector<AnyFuture> futures(1, future);
  Waiting waiting(futures, {0}, {});
  future.cancel();
  throw_if(co_await waiting.waiter().wait());
}

}  // namespace asyncio::detail
