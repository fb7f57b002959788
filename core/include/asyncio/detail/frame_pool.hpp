#pragma once

/// \file
/// Memory for coroutine frames and states.

#include <cstddef>

namespace asyncio::detail {

/// Frames come from free lists, one per size class and thread: no lock, and no malloc once a size is warm.
void* allocate_frame(std::size_t size);
/// \param size as it was allocated; on the thread that frees, whichever allocated.
void free_frame(void* frame, std::size_t size) noexcept;

}  // namespace asyncio::detail
