#pragma once

/// \file
/// The values of context variables, as an immutable map that contexts share: copying a context copies one pointer.

#include <cstdint>
#include <utility>
#include <vector>

#include "asyncio/detail/ref.hpp"

namespace asyncio::detail {

/// Names a context variable for as long as the process lives.
using ContextKey = std::uint64_t;
ContextKey new_context_key() noexcept;

/// One value, whatever its type.
class ContextValue : public RefCounted {
 public:
  /// A copy that shares nothing, for another thread.
  virtual ContextValue* clone() const = 0;
};

template <class T>
class ContextValueOf final : public ContextValue {
 public:
  explicit ContextValueOf(T v) : value(std::move(v)) {}
  ContextValue* clone() const override { return new ContextValueOf(value); }
  const T value;
};

/// Never changed once it is shared: a set makes a new one.
class ContextMap final : public RefCounted {
 public:
  std::vector<std::pair<ContextKey, Ref<ContextValue>>> entries;
};

/// The empty map is null.
using ContextMapRef = Ref<ContextMap>;

/// The value of `key`, or null.
ContextValue* find(const ContextMapRef& map, ContextKey key) noexcept;
/// A copy of `map` in which `key` has `value`; null removes it.
ContextMapRef with_value(const ContextMapRef& map, ContextKey key, Ref<ContextValue> value);

/// A copy that another thread may have: counts are not atomic, so it shares nothing with `map`.
ContextMapRef detached_copy(const ContextMapRef& map);

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

}  // namespace asyncio::detail
