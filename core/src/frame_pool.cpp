#include <array>
#include <new>

#include "asyncio/detail/call.hpp"

#if defined(__SANITIZE_ADDRESS__)
#define ASYNCIO_POOL_FRAMES 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ASYNCIO_POOL_FRAMES 0
#endif
#endif
#ifndef ASYNCIO_POOL_FRAMES
#define ASYNCIO_POOL_FRAMES 1
#endif

namespace asyncio::detail {

#if ASYNCIO_POOL_FRAMES
namespace {

constexpr std::size_t granule = 32;
constexpr std::size_t classes = 32;
/// What a thread keeps at most; what is freed beyond goes back to malloc, so a burst does not pin its memory for ever.
constexpr std::size_t most_free_bytes = std::size_t{64} << 20;

struct FreeFrame {
  FreeFrame* next;
};

/// Free lists of one thread. Needs no construction and no destruction, so that every access is a plain one; PoolCleaner
/// empties it.
struct FramePool {
  std::array<FreeFrame*, classes> heads{};
  std::size_t free_bytes = 0;
  bool closed = false;
};
constinit thread_local FramePool pool;

/// Gives the thread's frames back when it ends; what is freed after that is not kept.
class PoolCleaner {
 public:
  PoolCleaner() = default;
  PoolCleaner(const PoolCleaner&) = delete;
  PoolCleaner& operator=(const PoolCleaner&) = delete;
  ~PoolCleaner() {
    pool.closed = true;
    for (FreeFrame*& head : pool.heads) {
      while (FreeFrame* frame = head) {
        head = frame->next;
        ::operator delete(frame);
      }
    }
  }
  void touch() const noexcept {}
};
thread_local PoolCleaner cleaner;

void* take_new(std::size_t c) {
  cleaner.touch();
  return ::operator new((c + 1) * granule);
}

void give_back(void* memory, std::size_t c) noexcept {
  if (pool.closed || pool.free_bytes >= most_free_bytes) return ::operator delete(memory);
  pool.heads[c] = ::new (memory) FreeFrame{pool.heads[c]};
  pool.free_bytes += (c + 1) * granule;
}

constexpr std::size_t class_of(std::size_t size) { return (size - 1) / granule; }

}  // namespace

void* allocate_frame(std::size_t size) {
  const std::size_t c = class_of(size);
  if (c >= classes) return ::operator new(size);
  FreeFrame* frame = pool.heads[c];
  if (!frame) return take_new(c);
  pool.heads[c] = frame->next;
  pool.free_bytes -= (c + 1) * granule;
  return frame;
}

void free_frame(void* frame, std::size_t size) noexcept {
  const std::size_t c = class_of(size);
  if (c < classes) {
    give_back(frame, c);
  } else {
    ::operator delete(frame);
  }
}

#else

// The address sanitizer finds a use after free only if every frame is really freed.
void* allocate_frame(std::size_t size) { return ::operator new(size); }
void free_frame(void* frame, std::size_t) noexcept { ::operator delete(frame); }

#endif

}  // namespace asyncio::detail
