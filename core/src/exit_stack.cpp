#include "asyncio/exit_stack.hpp"

namespace asyncio {

Coro<bool> detail::exit_by_callback(Coro<void> callback) {
  co_await callback;
  co_return false;
}

Coro<AsyncExitStack&> AsyncExitStack::aenter() { co_return *this; }

Coro<bool> AsyncExitStack::aexit(std::exception_ptr error) {
  const bool failed_before = error != nullptr;
  bool replaced = false;
  while (!steps_.empty()) {
    const auto step = std::move(steps_.back());
    steps_.pop_back();
    const Result<bool> left = co_await detail::Captured<bool>(step->exit(error));
    if (left.exception()) {
      error = left.exception();
      replaced = true;
    } else if (*left) {
      error = nullptr;
      replaced = false;
    }
  }
  if (replaced) std::rethrow_exception(error);
  co_return failed_before && !error;
}

Coro<void> AsyncExitStack::aclose() { co_await aexit(nullptr); }

}  // namespace asyncio
