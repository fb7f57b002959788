#include "asyncio/detail/base/frame_pool.hpp"

#include <cstdlib>

namespace asyncio::detail {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool freed_memory_is_watched = true;
#elif defined(__has_feature)
constexpr bool freed_memory_is_watched = __has_feature(address_sanitizer);
#else
constexpr bool freed_memory_is_watched = false;
#endif

/// What a thread keeps at most, so that a burst does not pin its memory for ever: ASYNCIO_FRAME_POOL, in MiB. The
/// address sanitizer finds a use after free only if every frame is really freed.
std::size_t most_bytes() noexcept {
  if (freed_memory_is_watched) return 0;
  const char* megabytes = std::getenv("ASYNCIO_FRAME_POOL");
  return (megabytes ? std::strtoul(megabytes, nullptr, 10) : std::size_t{512}) << 20;
}

/// Opens the thread's pool, and gives its frames back when the thread ends; what is freed after that is not kept.
class PoolOwner {
 public:
  PoolOwner() noexcept {
    static const std::size_t most = most_bytes();
    frame_pool.room = most;
  }
  PoolOwner(const PoolOwner&) = delete;
  PoolOwner& operator=(const PoolOwner&) = delete;
  ~PoolOwner() {
    frame_pool.room = 0;
    frame_pool.places = {};
    for (FramePool::Free*& head : frame_pool.heads) {
      while (FramePool::Free* frame = head) {
        head = frame->next;
        ::operator delete(frame);
      }
    }
  }
  void open() const noexcept {}
};
thread_local PoolOwner pool_owner;

}  // namespace

void* allocate_new_frame(std::size_t size) {
  pool_owner.open();
  const std::size_t c = FramePool::class_of(size);
  const std::size_t bytes = FramePool::size_of(c);
  void* const frame = frame_memory(bytes);
  if (frame_pool.room >= bytes) {
    frame_pool.room -= bytes;
    ++frame_pool.places[c];
  }
  return frame;
}

void free_surplus_frame(void* frame) noexcept { ::operator delete(frame); }

}  // namespace asyncio::detail
