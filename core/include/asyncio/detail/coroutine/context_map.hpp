#pragma once

/// \file
/// The values of context variables, as an immutable map that contexts share: copying a context copies one pointer.

#include <cstdint>
#include <utility>
#include <vector>

#include "asyncio/detail/base/ref_counted.hpp"

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

}  // namespace asyncio::detail
