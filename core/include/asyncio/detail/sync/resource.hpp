#pragma once

/// \file
/// What a lock and its like are to whoever watches.

#include <cstddef>
#include <source_location>

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/sync/loop_bound.hpp"
#include "asyncio/observer.hpp"

namespace asyncio::detail {

/// The part of a lock, an event, a queue … that stands for all of it where the observer is told of it. Costs a look at
/// the thread's state while there is none.
class Resource : public LoopBound {
 public:
  Resource(ResourceKind kind, const std::source_location& where) noexcept {
    if (watched()) [[unlikely]]
      make(kind, where);
  }
  ~Resource();

  /// It has become the whole of which others are parts.
  void make(ResourceKind kind, const std::source_location& where) const noexcept;
  /// It is told of as `whole` from here on.
  void join(ResourceKind kind, const Resource& whole) const noexcept;
  /// \param level what there is now: see ResourceUse
  void note(ResourceKind kind, ResourceAct act, std::size_t level = 0) const noexcept {
    if (watched()) [[unlikely]]
      tell(kind, act, level);
  }

 private:
  static bool watched() noexcept { return this_thread().observer != nullptr; }
  // Out of line, and of plain values: who calls note() needs no frame for it.
  void tell(ResourceKind kind, ResourceAct act, std::size_t level) const noexcept;
  static void tell(ResourceUse use) noexcept;
};

}  // namespace asyncio::detail
