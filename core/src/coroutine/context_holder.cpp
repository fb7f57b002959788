#include "asyncio/detail/coroutine/context_holder.hpp"

namespace asyncio::detail {

ContextHolder::ContextHolder(DetachedContext) : map_(detached_copy(current_context_map())) {}

Ref<ContextCell> ContextHolder::cell() {
  if (!shares()) {
    const Ref<ContextCell> made = new ContextCell(std::exchange(map_, nullptr));
    share(*made);
  }
  return &shared();
}

}  // namespace asyncio::detail
