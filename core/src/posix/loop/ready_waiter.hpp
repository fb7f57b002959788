#pragma once

#include "asyncio/coro.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "loop/reactor.hpp"

namespace asyncio::native {

/// Suspends until the descriptor is ready; goes on in the iteration after the loop has noticed. Nobody else may watch
/// that direction of it meanwhile. \param what for people: "sock_connect". Must outlive the wait.
Coro<void> wait_until_ready(int fd, detail::Direction direction, const char* what);

}  // namespace asyncio::native
