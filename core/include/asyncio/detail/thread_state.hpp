#pragma once

/// \file
/// The only global of the library: what this thread runs just now.

#include "asyncio/detail/context_map.hpp"

namespace asyncio::detail {

class LoopCore;

/// What the current thread runs: its loop and its context.
class ThreadState {
 public:
  /// The loop that runs on this thread, or null.
  LoopCore* loop = nullptr;

  ContextMapRef* context() noexcept { return context_ ? context_ : base_context(); }
  /// Makes another context current. \returns the one before.
  ContextMapRef* set_context(ContextMapRef* context) noexcept { return std::exchange(context_, context); }

 private:
  /// The context outside of all tasks and callbacks.
  static ContextMapRef* base_context() noexcept;

  ContextMapRef* context_ = nullptr;
};

/// Needs no construction and no destruction, so that every access is a plain one.
inline constinit thread_local ThreadState thread_state;

inline ThreadState& this_thread() noexcept { return thread_state; }

}  // namespace asyncio::detail
