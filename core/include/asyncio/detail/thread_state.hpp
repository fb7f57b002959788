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

  ContextMapRef* context() noexcept { return context_ ? context_ : &base_context_; }
  /// Makes another context current. \returns the one before.
  ContextMapRef* set_context(ContextMapRef* context) noexcept { return std::exchange(context_, context); }

 private:
  ContextMapRef* context_ = nullptr;
  ContextMapRef base_context_;
};

ThreadState& this_thread() noexcept;

}  // namespace asyncio::detail
