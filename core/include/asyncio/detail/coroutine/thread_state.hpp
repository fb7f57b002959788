#pragma once

/// \file
/// The only global of the library: what this thread runs just now.

#include <utility>

namespace asyncio {
class Observer;
}

namespace asyncio::detail {

class ContextHolder;
class LoopCore;
class PromiseBase;
class ReadyQueue;
class TaskCore;

/// What the current thread runs: its loop, its task and its context.
class ThreadState {
 public:
  /// The loop that runs on this thread, or null.
  LoopCore* loop = nullptr;
  /// That loop's queue and observer.
  ReadyQueue* ready = nullptr;
  Observer* observer = nullptr;
  /// The task whose step runs, or null.
  TaskCore* task = nullptr;
  /// Its coroutine that runs.
  PromiseBase* innermost = nullptr;
  /// The coroutine that runs when the one that runs now has suspended. Null: the step is over.
  PromiseBase* next = nullptr;
  /// How many coroutines run inside the await of another, on the native stack.
  unsigned depth = 0;
  /// The outermost coroutine has come to its end.
  bool ended = false;

  /// Forgets what runs; the context stays.
  void begin_outside_of_tasks() noexcept {
    ContextHolder* const context = context_;
    *this = ThreadState();
    context_ = context;
  }

  ContextHolder& context() noexcept { return context_ ? *context_ : base_context(); }
  /// Makes another context current. \returns the one before.
  ContextHolder* set_context(ContextHolder* context) noexcept { return std::exchange(context_, context); }

 private:
  /// The context outside of all tasks and callbacks.
  static ContextHolder& base_context() noexcept;

  /// Not its map, which moves when the context gets an identity.
  ContextHolder* context_ = nullptr;
};

/// Needs no construction and no destruction, so that every access is a plain one.
inline constinit thread_local ThreadState thread_state;

inline ThreadState& this_thread() noexcept { return thread_state; }

}  // namespace asyncio::detail
