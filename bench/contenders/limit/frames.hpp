#pragma once

#include <array>
#include <cstddef>
#include <new>

/// Memory of coroutine frames: free lists by size, filled from chunks that are never given back.
class Frames {
 public:
  static void* take(std::size_t size) {
    const std::size_t c = class_of(size);
    if (c >= free_.size()) return ::operator new(size);
    if (!free_[c]) fill(c);
    Frame* frame = free_[c];
    free_[c] = frame->next;
    return frame;
  }
  static void give_back(void* memory, std::size_t size) noexcept {
    const std::size_t c = class_of(size);
    if (c >= free_.size()) return ::operator delete(memory);
    free_[c] = ::new (memory) Frame{free_[c]};
  }

 private:
  struct Frame {
    Frame* next;
  };
  static constexpr std::size_t granule = 16;
  static constexpr std::size_t chunk = std::size_t{1} << 16;

  static std::size_t class_of(std::size_t size) { return (size - 1) / granule; }
  static void fill(std::size_t c) {
    const std::size_t size = (c + 1) * granule;
    auto* begin = static_cast<std::byte*>(::operator new(chunk));
    // The last one first, so that they are taken in the order of their addresses.
    for (std::size_t i = chunk / size; i-- > 0;) free_[c] = ::new (begin + i * size) Frame{free_[c]};
  }

  static inline std::array<Frame*, 64> free_{};
};

/// Base of a promise: its coroutine's frame comes from Frames.
struct FramedPromise {
  static void* operator new(std::size_t size) { return Frames::take(size); }
  static void operator delete(void* memory, std::size_t size) noexcept { Frames::give_back(memory, size); }
};
