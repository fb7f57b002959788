#pragma once

/// \file
/// Memory for coroutine frames and states.

#include <array>
#include <cstddef>
#include <new>

#include "asyncio/detail/base/frame_memory.hpp"

namespace asyncio::detail {

/// Free lists of one thread, one per size class. Needs no construction and no destruction, so that every access is a
/// plain one; what it holds is given back as the thread ends.
///
/// Frames may be freed by another thread than the one that allocated them. So a list keeps no more of them than its own
/// thread has ever got from malloc: else what one thread makes and the other one drops would pile up there.
struct FramePool {
  struct Free {
    Free* next;
  };
  static constexpr std::size_t granule = 16;
  /// malloc adds one word to each block and rounds to two, so a class that ends on an odd word wastes none.
  static constexpr std::size_t odd_word = 8;
  static constexpr std::size_t classes = 66;

  static constexpr std::size_t class_of(std::size_t size) noexcept { return (size + granule - odd_word - 1) / granule; }
  static constexpr std::size_t size_of(std::size_t size_class) noexcept { return size_class * granule + odd_word; }

  std::array<Free*, classes> heads{};
  /// How many more each list may keep; what is freed beyond goes back to malloc.
  std::array<std::size_t, classes> places{};
  /// For so many bytes more there may be places.
  std::size_t room = 0;
};
inline constinit thread_local FramePool frame_pool;

/// The pool of the thread has nothing that fits. \returns memory of the whole class
void* allocate_new_frame(std::size_t size);
/// The pool of the thread is full, or must not keep anything.
void free_surplus_frame(void* frame) noexcept;

/// Frames come from free lists: no lock, and no malloc once a size is warm.
inline void* allocate_frame(std::size_t size) {
  const std::size_t c = FramePool::class_of(size);
  if (c >= FramePool::classes) return frame_memory(size);
  FramePool& pool = frame_pool;
  FramePool::Free* frame = pool.heads[c];
  if (!frame) return allocate_new_frame(size);
  pool.heads[c] = frame->next;
  __builtin_prefetch(frame->next, 1);
  ++pool.places[c];
  return frame;
}

/// \param size as it was allocated; on the thread that frees, whichever allocated.
inline void free_frame(void* frame, std::size_t size) noexcept {
  const std::size_t c = FramePool::class_of(size);
  FramePool& pool = frame_pool;
  if (c >= FramePool::classes || pool.places[c] == 0) return free_surplus_frame(frame);
  pool.heads[c] = ::new (frame) FramePool::Free{pool.heads[c]};
  --pool.places[c];
}

}  // namespace asyncio::detail
