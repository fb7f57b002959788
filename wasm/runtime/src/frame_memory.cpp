/// \file
/// Memory of coroutine frames. A program that has none left for one more is mostly one whose coroutines call each other
/// without end; millions of them are then suspended, and an exception would take a minute to come out of them all.

#include "asyncio/detail/base/frame_memory.hpp"

#include <new>

#include "ending.hpp"

namespace asyncio::detail {

void* frame_memory(std::size_t size) {
  if (void* memory = ::operator new(size, std::nothrow)) return memory;
  wasm::end_without_memory("for one more coroutine: do they await each other without end?");
}

}  // namespace asyncio::detail
