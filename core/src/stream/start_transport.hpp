#pragma once

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/future.hpp"

namespace asyncio::detail {

/// Lets the protocol of a new transport hear of it, and waits for that. If nobody waits any more it is closed.
template <class T>
Coro<void> start_and_wait(Ref<T> transport) {
  const auto made = make_future(running_loop());
  transport->start(made);
  try {
    co_await made;
  } catch (...) {
    transport->close();
    throw;
  }
}

}  // namespace asyncio::detail
