#pragma once

#include "asyncio/capture.hpp"
#include "asyncio/event_loop.hpp"

namespace asyncio::detail {

/// Lets the protocol of a new transport hear of it, and waits for that. If nobody waits any more it is closed.
template <class T>
Coro<void> start_and_wait(Ref<T> transport) {
  const auto made = get_running_loop().create_future<void>();
  transport->start(made);
  auto waited = co_await capture(made);
  if (!waited) transport->close();
  waited.value();
}

}  // namespace asyncio::detail
