#include <asyncio/detail/base/frame_pool.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <cstring>
#include <random>
#include <set>
#include <vector>

using asyncio::detail::allocate_frame;
using asyncio::detail::free_frame;

TEST_CASE("A frame is as big as was asked for, aligned for anything, and nobody else's") {
  std::mt19937 random(7);
  struct Frame {
    unsigned char* memory;
    std::size_t size;
    unsigned char mark;
  };
  std::vector<Frame> frames;
  const auto check_and_free = [](const Frame& frame) {
    bool intact = true;
    for (std::size_t i = 0; i < frame.size; ++i) intact = intact && frame.memory[i] == frame.mark;
    free_frame(frame.memory, frame.size);
    return intact;
  };
  for (int i = 0; i < 5000; ++i) {
    if (frames.size() < 50 || random() % 2 == 0) {
      const std::size_t size = 1 + random() % 3000;
      auto* memory = static_cast<unsigned char*>(allocate_frame(size));
      REQUIRE(reinterpret_cast<std::uintptr_t>(memory) % alignof(std::max_align_t) == 0);
      const auto mark = static_cast<unsigned char>(random());
      std::memset(memory, mark, size);
      frames.push_back({memory, size, mark});
    } else {
      std::swap(frames[random() % frames.size()], frames.back());
      const bool intact = check_and_free(frames.back());
      REQUIRE(intact);
      frames.pop_back();
    }
  }
  for (const Frame& frame : frames) {
    const bool intact = check_and_free(frame);
    REQUIRE(intact);
  }
}

TEST_CASE("Frames that are alive at the same time never share memory") {
  std::set<void*> alive;
  for (int i = 0; i < 1000; ++i) alive.insert(allocate_frame(100));
  CHECK(alive.size() == 1000);
  for (void* frame : alive) free_frame(frame, 100);
}
