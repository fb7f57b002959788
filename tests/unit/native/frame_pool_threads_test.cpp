#include <asyncio/detail/base/frame_pool.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <thread>
#include <vector>

using asyncio::detail::allocate_frame;
using asyncio::detail::frame_pool;
using asyncio::detail::FramePool;
using asyncio::detail::free_frame;

namespace {

constexpr std::size_t size = 700;

std::size_t kept() {
  std::size_t count = 0;
  for (const FramePool::Free* frame = frame_pool.heads[FramePool::class_of(size)]; frame; frame = frame->next) ++count;
  return count;
}

std::vector<void*> allocate(int count) {
  std::vector<void*> frames;
  for (int i = 0; i < count; ++i) frames.push_back(allocate_frame(size));
  return frames;
}

void free_all(const std::vector<void*>& frames) {
  for (void* frame : frames) free_frame(frame, size);
}

}  // namespace

TEST_CASE("Frames that another thread made do not pile up where they are freed") {
  // On a thread of its own: what the pool of this one holds is not known.
  std::thread([] {
    free_all(allocate(10));
    const std::size_t own = kept();
    for (int round = 0; round < 5; ++round) {
      std::vector<void*> foreign;
      std::thread([&] { foreign = allocate(100); }).join();
      free_all(foreign);
    }
    CHECK(kept() == own);
    // They are as good as its own.
    free_all(allocate(10));
    CHECK(kept() == own);
  }).join();
}
