#include "loop/reactor.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

Reactor& require_reactor(LoopCore& loop, const char* call) {
  if (Reactor* reactor = loop.host().reactor()) return *reactor;
  throw NotSupportedError(std::string(call) +
                          " is not supported: this platform has no file descriptors, processes or signals");
}

}  // namespace asyncio::detail
