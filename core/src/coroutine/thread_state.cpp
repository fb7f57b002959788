#include "asyncio/detail/coroutine/thread_state.hpp"

namespace asyncio::detail {

ContextMapRef* ThreadState::base_context() noexcept {
  thread_local ContextMapRef context;
  return &context;
}

}  // namespace asyncio::detail
