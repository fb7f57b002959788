#pragma once

#include "posix/loop/selector.hpp"

namespace asyncio::native {

/// The one that every POSIX system has.
std::unique_ptr<Selector> make_poll_selector();

}  // namespace asyncio::native
