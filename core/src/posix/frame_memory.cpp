#include <new>

#include "asyncio/detail/base/frame_pool.hpp"

namespace asyncio::detail {

void* frame_memory(std::size_t size) { return ::operator new(size); }

}  // namespace asyncio::detail
