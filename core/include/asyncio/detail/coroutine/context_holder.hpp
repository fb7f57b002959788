#pragma once

/// \file
/// The contexts that tasks, handles and callbacks run in.

#include <cstdint>
#include <utility>

#include "asyncio/detail/coroutine/context_map.hpp"
#include "asyncio/detail/coroutine/thread_state.hpp"

namespace asyncio::detail {

/// A context that has an identity: two holders see each other's changes.
class ContextCell final : public RefCounted {
 public:
  explicit ContextCell(ContextMapRef m) noexcept : map(std::move(m)) {}
  ContextMapRef map;
  bool entered = false;
};

/// Asks for a context that shares nothing with this thread.
struct DetachedContext {};
/// Asks for a context without any value.
struct EmptyContext {};

/// The context that a task, a handle or a callback runs in: its own copy, or a cell that it shares. A copy becomes a
/// cell only when somebody asks for it by identity, so that a task that nobody asks costs no allocation.
///
/// One word, for every task has one: the map, or the cell with its lowest bit set.
class ContextHolder {
 public:
  /// A copy of the current context, or `cell` itself if there is one.
  explicit ContextHolder(ContextCell* cell);
  /// A copy of the current context that another thread may have.
  explicit ContextHolder(DetachedContext);
  explicit ContextHolder(EmptyContext) noexcept : map_() {}
  ContextHolder(const ContextHolder&) = delete;
  ContextHolder& operator=(const ContextHolder&) = delete;
  ~ContextHolder() {
    if (shares()) {
      shared().release();
    } else {
      map_.~ContextMapRef();
    }
  }

  /// The same context with an identity.
  Ref<ContextCell> cell();
  /// Its values. Elsewhere once it has an identity.
  ContextMapRef& map() noexcept { return shares() ? shared().map : map_; }

  /// Makes a context current for a scope.
  class Scope {
   public:
    explicit Scope(ContextHolder& holder) noexcept;
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope();

   private:
    ContextHolder* previous_;
  };

 private:
  bool shares() const noexcept { return (bits_ & 1) != 0; }
  ContextCell& shared() const noexcept { return *reinterpret_cast<ContextCell*>(bits_ - 1); }
  /// \pre map_ is empty
  void share(ContextCell& cell) noexcept {
    cell.retain();
    bits_ = reinterpret_cast<std::uintptr_t>(&cell) | 1;
  }

  union {
    ContextMapRef map_;
    std::uintptr_t bits_;
  };
  static_assert(sizeof(ContextMapRef) == sizeof(std::uintptr_t));
};

/// The thread's current context, which `ContextVar::get` and `set` act on.
inline ContextMapRef& current_context_map() noexcept { return this_thread().context().map(); }

inline ContextHolder::ContextHolder(ContextCell* cell) : map_(cell ? nullptr : current_context_map()) {
  if (cell) share(*cell);
}

inline ContextHolder::Scope::Scope(ContextHolder& holder) noexcept : previous_(this_thread().set_context(&holder)) {}
inline ContextHolder::Scope::~Scope() { this_thread().set_context(previous_); }

}  // namespace asyncio::detail
