#include "asyncio/coro.hpp"

#include <string>

#include "error/best_effort.hpp"

namespace asyncio::detail {

void CoroBase::close() noexcept {
  if (PromiseBase* promise = std::exchange(promise_, nullptr)) promise->handle().destroy();
}

void CoroBase::drop_never_awaited() noexcept {
  const CallBase* named = promise_->call;
  const std::source_location where = promise_->where;
  close();
  if (named) return warn_never_awaited("", static_cast<const NamedCall*>(named)->name);
  const std::string place =
      best_effort_text([&] { return std::string(file_name(where)) + ':' + std::to_string(where.line()) + ": "; });
  warn_never_awaited(place, function_name(where));
}

}  // namespace asyncio::detail
