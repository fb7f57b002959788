#pragma once

#include <asyncio/asyncio.hpp>

#include "stepped_loop.hpp"

/// A loop without sockets, by virtual time: as in a browser, each end of a connection sees what the other one has done
/// in a known iteration.
inline std::unique_ptr<asyncio::EventLoop> make_memory_loop() {
  return std::make_unique<asyncio::EventLoop>(std::make_unique<LonelyHost>(), asyncio::virtual_clock);
}

inline void run_in_memory(asyncio::Coro<void> main) {
  asyncio::run(std::move(main), {.loop_factory = make_memory_loop});
}

/// As many as anything over memory takes.
inline asyncio::Coro<void> some_iterations() {
  for (int i = 0; i < 8; ++i) co_await asyncio::yield_now();
}
