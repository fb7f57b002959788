#include "asyncio/wait.hpp"

#include <stdexcept>

#include "asyncio/detail/compose/gather_core.hpp"
#include "compose/waiting.hpp"

namespace asyncio::detail {
Coro<std::vector<std::size_t>> wait_until(std::vector<AnyFuture> futures, WaitOptions options) {
  if (futures.empty()) throw std::invalid_argument("Set of Tasks/Futures is empty.");
  std::vector<std::size_t> mentions = first_mentions(futures);
  Waiting waiting(futures, mentions, options);
  throw_if(co_await waiting.waiter().wait());
  co_return mentions;
}

}  // namespace asyncio::detail
