#include "host_order.hpp"

#include "imports.hpp"
#include "schedule/reorder.hpp"

namespace asyncio::wasm {

void HostOrder::arrange(detail::ReadyQueue& ready, std::size_t end) noexcept {
  ++iteration_;
  detail::reorder(ready, end, *this);
}

void HostOrder::add(detail::Runnable& node) {
  const detail::TaskCore* const task = detail::task_in(&node);
  imports::order(iteration_, task ? static_cast<int>(task->id()) : 0);
}

std::size_t HostOrder::next() { return imports::order(iteration_, imports::next_in_order); }

}  // namespace asyncio::wasm
