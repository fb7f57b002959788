#pragma once

/// \file
/// `capture`: an exception as a value, because C++ allows no `co_await` in a handler.

#include "asyncio/ensure_future.hpp"
#include "asyncio/result.hpp"

namespace asyncio {
namespace detail {

/// Runs a coroutine inline, as its await does, and gives its exception instead of throwing it.
template <class T>
class CaptureAwaiter : public TaskAwaiter {
 public:
  explicit CaptureAwaiter(PromiseBase* callee) noexcept : call_(callee) {}

  bool await_ready() const noexcept { return false; }
  template <class P>
  bool await_suspend(std::coroutine_handle<P> caller) {
    return call_.start(caller.promise());
  }
  Result<T> await_resume() {
    if (!call_.value.full()) return call_.end_without_value();
    call_.destroy_callee();
    return Result<T>(std::move(call_.value));
  }

 private:
  Call<T> call_;
};

/// `co_await Captured{coroutine}`: a capture() without a coroutine of its own.
template <class T>
struct Captured : AwaitableObject {
  explicit Captured(Coro<T>&& c) noexcept : coroutine(std::move(c)) {}
  Coro<T> coroutine;
};
template <class T>
CaptureAwaiter<T> make_awaiter(Captured<T>&& captured) noexcept {
  return CaptureAwaiter<T>(captured.coroutine.release());
}

}  // namespace detail

/// Awaits, and gives what came as a value, be it a result, an error or a CancelledError. What Python does in
/// `except … : await cleanup()` is: capture, clean up, then `value()` or rethrow. A cancellation that was captured has
/// to be rethrown, or the task refuses it.
template <class T>
Coro<Result<T>> capture(Coro<T> coroutine) {
  co_return co_await detail::Captured<T>(std::move(coroutine));
}
/// The same for sleep() and the like.
template <detail::IsOperation O>
Coro<Result<typename O::value_type>> capture(O operation) {
  return capture(detail::to_coroutine(std::move(operation)));
}
/// The same for a future or a task.
template <FutureLike F>
Coro<Result<await_result_t<F>>> capture(F future) {
  using T = await_result_t<F>;
  Result<T> result;
  try {
    if constexpr (std::is_void_v<T>) {
      co_await future;
    } else {
      detail::Storage<T> value;
      value.emplace(co_await std::move(future));
      result = Result<T>(std::move(value));
    }
  } catch (...) {
    result = Result<T>(std::current_exception());
  }
  co_return result;
}

}  // namespace asyncio
