#pragma once

#include "posix/loop/selector.hpp"

namespace asyncio::native {

/// Only where the system has epoll: on Linux.
std::unique_ptr<Selector> make_epoll_selector();

}  // namespace asyncio::native
