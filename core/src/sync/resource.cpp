#include "asyncio/detail/sync/resource.hpp"

#include "asyncio/detail/task/task_core.hpp"
#include "base/small.hpp"

namespace asyncio::detail {

Resource::~Resource() {
  if (watched()) [[unlikely]]
    tell({.resource = this, .act = ResourceAct::destroyed});
}

ASYNCIO_SMALL void Resource::make(ResourceKind kind, const std::source_location& where) const noexcept {
  if (watched()) tell({.resource = this, .kind = kind, .where = where});
}

ASYNCIO_SMALL void Resource::join(ResourceKind kind, const Resource& whole) const noexcept {
  if (watched()) tell({.resource = this, .kind = kind, .act = ResourceAct::joined, .whole = &whole});
}

ASYNCIO_SMALL void Resource::tell(ResourceKind kind, ResourceAct act, std::size_t level) const noexcept {
  tell({.resource = this, .kind = kind, .act = act, .level = level});
}

ASYNCIO_SMALL void Resource::tell(ResourceUse use) noexcept {
  const ThreadState& thread = this_thread();
  use.stack = CallStack(thread.task ? thread.innermost : nullptr);
  thread.observer->used(thread.task ? thread.task->id() : 0, use);
}

}  // namespace asyncio::detail
