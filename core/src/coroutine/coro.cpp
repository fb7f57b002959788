#include "asyncio/coro.hpp"

#include <string>

#include "error/best_effort.hpp"

namespace asyncio::detail {

void CoroBase::close() noexcept {
  if (PromiseBase* promise = std::exchange(promise_, nullptr)) promise->handle().destroy();
}

std::string_view name_of_unstarted(const PromiseBase& coroutine) noexcept {
  if (const CallBase* named = coroutine.call) return static_cast<const NamedCall*>(named)->name;
  return function_name(coroutine.where);
}

void CoroBase::drop_never_awaited() noexcept {
  const bool of_the_library = promise_->call != nullptr;
  const std::string_view name = name_of_unstarted(*promise_);
  const std::source_location where = promise_->where;
  close();
  if (of_the_library) return warn_never_awaited("", name);
  const std::string place =
      best_effort_text([&] { return std::string(file_name(where)) + ':' + std::to_string(where.line()) + ": "; });
  warn_never_awaited(place, name);
}

}  // namespace asyncio::detail
