#include "asyncio/exit_stack.hpp"

namespace asyncio {

Coro<bool> detail::exit_by_callback(Coro<void> callback) {
  co_await callback;
  co_return false;
}

Coro<AsyncExitStack&> AsyncExitStack::aenter() {
  leaving_ = unwind();
  co_return *this;
}

Coro<bool> AsyncExitStack::aexit(std::exception_ptr error) {
  error_ = std::move(error);
  return leaving_ ? leaving_.take() : unwind();
}

namespace {

/// Leaves one step; what cannot begin to is an error like others.
Coro<bool> begin(detail::ExitStep& step, const std::exception_ptr& error, Result<bool>& left) {
  try {
    return step.exit(error);
  } catch (...) {
    left = std::current_exception();
    return {};
  }
}

}  // namespace

Coro<bool> AsyncExitStack::unwind() {
  std::exception_ptr error = std::exchange(error_, nullptr);
  const bool failed_before = error != nullptr;
  bool replaced = false;
  while (!steps_.empty()) {
    const auto step = std::move(steps_.back());
    steps_.pop_back();
    Result<bool> left;
    Coro<bool> exiting = begin(*step, error, left);
    if (exiting) left = co_await detail::Captured<bool>(std::move(exiting));
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
