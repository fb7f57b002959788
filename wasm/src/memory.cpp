/// \file
/// How a program's memory grows: in few and generous steps. libc grows it to just what it needs at the moment, again
/// and again; each time the engine must give JavaScript a new view of the memory, and may have to move it.

#include <algorithm>
#include <cstddef>

namespace {

constexpr std::size_t page = 64 * 1024;
constexpr std::size_t least_step = 1024 * 1024;

}  // namespace

extern "C" {

/// The linker puts this in the place of libc's (`--wrap`). \returns 0 if the memory cannot grow to `size` bytes.
int __real_emscripten_resize_heap(std::size_t size);
int __wrap_emscripten_resize_heap(std::size_t size) {
  const std::size_t now = __builtin_wasm_memory_size(0) * page;
  const std::size_t generous = now + std::max(now / 4, least_step);
  // Near the end of what may be had, just what is needed.
  return (generous > size && __real_emscripten_resize_heap(generous)) || __real_emscripten_resize_heap(size);
}
}
