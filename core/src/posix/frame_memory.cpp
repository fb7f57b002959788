#include "asyncio/detail/base/frame_memory.hpp"

#include <new>

namespace asyncio::detail {

void* frame_memory(std::size_t size) { return ::operator new(size); }

}  // namespace asyncio::detail
