#pragma once

#include "posix/loop/selector.hpp"

namespace asyncio::native {

/// Only where the system has kqueue: BSD and macOS.
std::unique_ptr<Selector> make_kqueue_selector();

}  // namespace asyncio::native
