#include "asyncio/host.hpp"

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio {

void Host::drive(EventLoop&) {
  detail::LoopCore& loop = detail::running_loop();
  while (loop.run_burst()) {
  }
}

}  // namespace asyncio
