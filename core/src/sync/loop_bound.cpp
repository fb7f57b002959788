#include "asyncio/detail/sync/loop_bound.hpp"

#include <stdexcept>
#include <string>

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio::detail {

LoopBound::LoopBound() noexcept = default;
LoopBound::~LoopBound() = default;

void LoopBound::bind_or_throw(const char* name) {
  LoopCore& running = running_loop();
  if (!loop_) loop_ = &running;
  if (loop_.get() != &running)
    throw std::runtime_error(std::string(name) + " is bound to a different event loop: make one in each run()");
}

}  // namespace asyncio::detail
