#pragma once

#include <atomic>
#include <cstdint>

namespace asyncio::detail {

/// How often the process has become a child by fork(). A loop that ran at that moment is the parent's: the child has a
/// copy of it, which it must not go on with, and may run loops of its own.
inline std::atomic<std::uint32_t> forks{0};

}  // namespace asyncio::detail
