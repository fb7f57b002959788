#pragma once

#include "asyncio/event_loop.hpp"

namespace asyncio::detail {

/// Lets the protocol of a new transport hear of it, and waits for that. If nobody waits any more it is closed.
template <class T>
Coro<void> start_and_wait(Ref<T> transport) {
  const auto made = get_running_loop().create_future<void>();
  transport->start(made);
  try {
    co_await made;
  } catch (...) {
    transport->close();
    throw;
  }
}

}  // namespace asyncio::detail
