#pragma once

/// \file
/// What of an iteration's order is chance: its tasks, and the callbacks of its timers, which with virtual time are due
/// at the same time, might as well run in another order. All other callbacks keep their places.

#include "asyncio/detail/loop/callback.hpp"
#include "asyncio/detail/loop/ready_queue.hpp"
#include "asyncio/detail/task/task_core.hpp"

namespace asyncio::detail {

/// A task, or null: in its place stands something else.
inline TaskCore* task_in(Runnable* node) { return dynamic_cast<TaskCore*>(node); }

/// Whether it is a task, or a callback of `call_at()`, or a timeout.
inline bool may_move(Runnable* node) {
  if (task_in(node)) return true;
  const auto* const handle = dynamic_cast<HandleCore*>(node);
  return handle && handle->when() != TimePoint{};
}

/// Puts those that stand from the queue's head to `end`, and may move, into the order that `choice` says.
/// \param choice is told of each of them by add(Runnable&), and then asked, as often as it was told, by next(): how
/// many of those that are left, in their order, stand before the one to run next
template <class Choice>
void reorder(ReadyQueue& ready, std::size_t end, Choice& choice) {
  for (std::size_t place = ready.head(); place != end; ++place)
    if (Runnable* const node = ready.at(place); may_move(node)) choice.add(*node);
  for (std::size_t place = ready.head(); place != end; ++place) {
    if (!may_move(ready.at(place))) continue;
    std::size_t before = choice.next();
    // One place after the other, so that those that are passed over keep their order.
    for (std::size_t other = place + 1; before > 0 && other != end; ++other) {
      if (!may_move(ready.at(other))) continue;
      ready.exchange(place, other);
      --before;
    }
  }
}

}  // namespace asyncio::detail
