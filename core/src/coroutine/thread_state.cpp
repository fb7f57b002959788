#include "asyncio/detail/coroutine/thread_state.hpp"

#include "asyncio/detail/coroutine/context_holder.hpp"

namespace asyncio::detail {

ContextHolder& ThreadState::base_context() noexcept {
  thread_local ContextHolder context{EmptyContext()};
  return context;
}

}  // namespace asyncio::detail
