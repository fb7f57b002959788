#include "asyncio/detail/coroutine/context_map.hpp"

#include <algorithm>
#include <atomic>

namespace asyncio::detail {

ContextKey new_context_key() noexcept {
  // Variables of all threads share one set of keys; made at start-up, read for ever.
  static std::atomic<ContextKey> last{0};
  return ++last;
}

ContextValue* find(const ContextMapRef& map, ContextKey key) noexcept {
  if (!map) return nullptr;
  for (const auto& [k, value] : map->entries)
    if (k == key) return value.get();
  return nullptr;
}

ContextMapRef with_value(const ContextMapRef& map, ContextKey key, Ref<ContextValue> value) {
  ContextMapRef copy = new ContextMap;
  if (map) copy->entries = map->entries;
  auto& entries = copy->entries;
  auto place = std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.first == key; });
  if (!value) {
    if (place != entries.end()) entries.erase(place);
  } else if (place != entries.end()) {
    place->second = std::move(value);
  } else {
    entries.emplace_back(key, std::move(value));
  }
  return copy;
}

ContextMapRef detached_copy(const ContextMapRef& map) {
  if (!map) return {};
  ContextMapRef copy = new ContextMap;
  for (const auto& [key, value] : map->entries) copy->entries.emplace_back(key, Ref<ContextValue>(value->clone()));
  return copy;
}

}  // namespace asyncio::detail
