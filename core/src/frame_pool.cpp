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
/// Frames kept a class and thread; what is freed beyond goes back to malloc, so a burst does not pin its memory.
constexpr std::size_t kept = 4096;

struct FreeFrame {
  FreeFrame* next;
};

class FramePool {
 public:
  FramePool() = default;
  FramePool(const FramePool&) = delete;
  FramePool& operator=(const FramePool&) = delete;
  ~FramePool() {
    // A frame that is freed after this thread's pool has died must not be kept.
    for (std::size_t c = 0; c < classes; ++c) {
      counts_[c] = kept;
      while (FreeFrame* frame = heads_[c]) {
        heads_[c] = frame->next;
        ::operator delete(frame);
      }
    }
  }

  void* take(std::size_t c) {
    FreeFrame* frame = heads_[c];
    if (!frame) return ::operator new((c + 1) * granule);
    heads_[c] = frame->next;
    --counts_[c];
    return frame;
  }

  void give(void* memory, std::size_t c) noexcept {
    if (counts_[c] >= kept) return ::operator delete(memory);
    heads_[c] = ::new (memory) FreeFrame{heads_[c]};
    ++counts_[c];
  }

 private:
  std::array<FreeFrame*, classes> heads_{};
  std::array<std::size_t, classes> counts_{};
};

thread_local FramePool pool;

constexpr std::size_t class_of(std::size_t size) { return (size - 1) / granule; }

}  // namespace

void* allocate_frame(std::size_t size) {
  const std::size_t c = class_of(size);
  return c < classes ? pool.take(c) : ::operator new(size);
}

void free_frame(void* frame, std::size_t size) noexcept {
  const std::size_t c = class_of(size);
  if (c < classes) {
    pool.give(frame, c);
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
