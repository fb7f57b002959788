#include "stream/network.hpp"

#include "asyncio/detail/loop/loop_core.hpp"
#include "stream/memory_network.hpp"

namespace asyncio::detail {

Network& running_network() {
  LoopCore& loop = running_loop();
  if (Network* network = loop.host().network()) return *network;
  if (!loop.memory_network) loop.memory_network = std::make_unique<MemoryNetwork>(loop);
  return static_cast<MemoryNetwork&>(*loop.memory_network);
}

}  // namespace asyncio::detail
