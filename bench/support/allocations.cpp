// Counts what a program asks of malloc; for LD_PRELOAD. At the program's end it writes "<allocations> <bytes>" to the
// file that the environment's BENCH_ALLOCATIONS names. In a pass of its own, so that no measured time has a part of it.
#include <cstddef>
#include <cstdio>
#include <cstdlib>

// glibc's own, under the names by which it can be called from a malloc that takes its place.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

struct Count {
  unsigned long allocations = 0;
  unsigned long bytes = 0;

  void add(std::size_t size) {
    ++allocations;
    bytes += size;
  }
};
// Not atomic: those who are counted have one thread.
constinit Count count;

__attribute__((destructor)) void write_count() {
  const Count total = count;
  const char* name = std::getenv("BENCH_ALLOCATIONS");
  std::FILE* file = name ? std::fopen(name, "w") : nullptr;
  if (!file) return;
  std::fprintf(file, "%lu %lu\n", total.allocations, total.bytes);
  std::fclose(file);
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) noexcept {
  count.add(size);
  return __libc_malloc(size);
}
void* calloc(std::size_t number, std::size_t size) noexcept {
  count.add(number * size);
  return __libc_calloc(number, size);
}
void* realloc(void* memory, std::size_t size) noexcept {
  count.add(size);
  return __libc_realloc(memory, size);
}
void* memalign(std::size_t alignment, std::size_t size) noexcept {
  count.add(size);
  return __libc_memalign(alignment, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return memalign(alignment, size); }
}
