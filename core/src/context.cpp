#include "asyncio/context.hpp"

#include <algorithm>
#include <atomic>

#include "asyncio/detail/thread_state.hpp"

namespace asyncio {
namespace detail {

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

ContextHolder& ThreadState::base_context() noexcept {
  thread_local ContextHolder context{EmptyContext()};
  return context;
}

ContextHolder::ContextHolder(DetachedContext) : map_(detached_copy(current_context_map())) {}

Ref<ContextCell> ContextHolder::cell() {
  if (!shares()) {
    const Ref<ContextCell> made = new ContextCell(std::exchange(map_, nullptr));
    share(*made);
  }
  return &shared();
}

}  // namespace detail

Context::Context() : cell_(new detail::ContextCell({})) {}

Context Context::copy() const { return Context(new detail::ContextCell(cell_->map)); }

Context::Entered::Entered(Context& context) : cell_(context.cell_), holder_(cell_.get()) {
  if (cell_->entered) throw std::runtime_error("cannot enter context: it is already entered");
  cell_->entered = true;
  scope_.emplace(holder_);
}

Context::Entered::~Entered() {
  scope_.reset();
  cell_->entered = false;
}

Context copy_context() { return Context(new detail::ContextCell(detail::current_context_map())); }

}  // namespace asyncio
