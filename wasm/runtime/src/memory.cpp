/// \file
/// How a program's memory grows: in few and generous steps. libc grows it to just what it needs at the moment, again
/// and again; each time the engine must give JavaScript a new view of the memory, and may have to move it.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t page = 64 * 1024;
constexpr std::size_t least_step = 1024 * 1024;

/// An exception takes memory, too. Where small objects have used it up to the last byte, std::bad_alloc could not be
/// thrown, and the program would end without a word; so some is kept for it.
void* reserve = nullptr;
constexpr std::size_t reserve_size = 64 * 1024;

void throw_from_reserve() {
  std::free(reserve);
  std::set_new_handler(nullptr);
  throw std::bad_alloc();
}

/// Before the program's own global objects are made.
__attribute__((constructor(101))) void keep_reserve() {
  reserve = std::malloc(reserve_size);
  std::set_new_handler(throw_from_reserve);
}

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
