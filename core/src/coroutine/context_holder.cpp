#include "asyncio/detail/coroutine/context_holder.hpp"

namespace asyncio::detail {

ContextHolder::ContextHolder(DetachedContext) : map_(detached_copy(current_context_map())) {}

Ref<ContextCell> ContextHolder::cell() {
  if (!shares()) {
    const bool is_current = this_thread().context() == &map_;
    const Ref<ContextCell> made = new ContextCell(std::exchange(map_, nullptr));
    share(*made);
    // While this context is current, what is set from now on belongs to the cell.
    if (is_current) this_thread().set_context(&made->map);
  }
  return &shared();
}

}  // namespace asyncio::detail
