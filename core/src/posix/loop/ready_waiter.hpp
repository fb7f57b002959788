#pragma once

#include "asyncio/coro.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "loop/reactor.hpp"

namespace asyncio::native {

/// Suspends until the descriptor is ready; goes on in the iteration after the loop has noticed. Whoever
/// watches that direction of it next takes its place. Cancelled, it lets go of the descriptor at once. \param what for
/// people: "sock_connect". Must outlive the wait. \throws std::runtime_error if a transport has the descriptor
Coro<void> wait_until_ready(int fd, detail::Direction direction, const char* what);

}  // namespace asyncio::native
