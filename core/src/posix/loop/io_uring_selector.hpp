#pragma once

#include "posix/loop/selector.hpp"

namespace asyncio::native {

/// Only where the system has io_uring: on Linux.
std::unique_ptr<Selector> make_io_uring_selector();

}  // namespace asyncio::native
