#pragma once

#include <cstddef>

namespace asyncio::detail {

/// Memory that no pool keeps, of the platform: `operator new`, or what takes its place where there is little.
/// \throws std::bad_alloc
void* frame_memory(std::size_t size);

}  // namespace asyncio::detail
