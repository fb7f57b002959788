#include "failing_allocations.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

/// Pools would keep what is freed, and a frame may go from one thread's to another's.
[[maybe_unused]] const int pools_are_off = ::setenv("ASYNCIO_FRAME_POOL", "0", 1);

std::atomic<long> live{0};
std::atomic<bool> counts_allocations{false};
std::atomic<long> allocations_counted{0};
std::atomic<long> failed_so_far{0};
std::atomic<long> first_to_fail{0};
std::atomic<long> end_of_failures{0};

bool fails() noexcept {
  if (!counts_allocations) return false;
  const long number = ++allocations_counted;
  if (number < first_to_fail || number >= end_of_failures) return false;
  ++failed_so_far;
  return true;
}

void* allocate(std::size_t size, std::size_t alignment) noexcept {
  if (fails()) return nullptr;
  if (size == 0) size = 1;
  void* memory = alignment <= alignof(std::max_align_t)
                     ? std::malloc(size)
                     : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (memory) ++live;
  return memory;
}

void* allocate_or_throw(std::size_t size, std::size_t alignment) {
  if (void* memory = allocate(size, alignment)) return memory;
  throw std::bad_alloc();
}

void give_back(void* memory) noexcept {
  if (memory) --live;
  std::free(memory);
}

std::size_t number_of(std::align_val_t alignment) noexcept { return static_cast<std::size_t>(alignment); }

}  // namespace

long live_allocations() noexcept { return live; }

FailingAllocations::FailingAllocations(long first, long failures) noexcept {
  allocations_counted = 0;
  failed_so_far = 0;
  first_to_fail = first;
  end_of_failures = first == 0 ? 0 : first + failures;
  counts_allocations = true;
}

FailingAllocations::~FailingAllocations() { counts_allocations = false; }

long FailingAllocations::failed() const noexcept { return failed_so_far; }

// In place of the library's own.

void* operator new(std::size_t size) { return allocate_or_throw(size, 1); }
void* operator new[](std::size_t size) { return allocate_or_throw(size, 1); }
void* operator new(std::size_t size, std::align_val_t a) { return allocate_or_throw(size, number_of(a)); }
void* operator new[](std::size_t size, std::align_val_t a) { return allocate_or_throw(size, number_of(a)); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size, 1); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size, 1); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
