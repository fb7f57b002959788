#pragma once

/// \file
/// `Completer`: sets a future from another thread.

#include "asyncio/detail/thread/thread_result.hpp"
#include "asyncio/task.hpp"

namespace asyncio {

/// Resolves a future from any thread. In Python that is `loop.call_soon_threadsafe(future.set_result, value)`; a future
/// itself must not leave its loop's thread, for the count of its handles is a plain number:
///
///     auto future = asyncio::get_running_loop().create_future<int>();
///     driver.query(n, [done = asyncio::Completer(future)](int value) mutable { done.set_result(value); });
///     co_return co_await future;
///
/// Made on the loop's thread, then owned by one thread at a time; a callback that has to be copied holds a shared_ptr
/// to it. Used once. It keeps the future, and not the loop: what comes after the loop was closed, or the future is done
/// (cancelled, say), is dropped. One that is destroyed unused fails its future with DestroyedError. Who awaits the
/// future goes on in the iteration after the one in which the loop's thread has heard of it. While there is one,
/// virtual time passes no faster than real time: it may be anywhere, in a callback of a timer as well.
template <class T = void>
class Completer {
 public:
  /// Names no future.
  Completer() noexcept = default;
  /// \throws InvalidStateError if the future is done; std::runtime_error("Event loop is closed")
  explicit Completer(const Future<T>& future) : result_(new detail::ThreadResultOf<T>(future)) {}
  /// A task's result is set by its coroutine.
  explicit Completer(const Task<T>&) = delete;
  Completer(Completer&&) noexcept = default;
  Completer& operator=(Completer&& other) noexcept {
    const Completer dropped(std::move(*this));
    result_ = std::move(other.result_);
    return *this;
  }
  ~Completer() {
    if (result_) hand_in(Outcome::dropped);
  }

  /// Whether it names a future and has not been used.
  explicit operator bool() const noexcept { return static_cast<bool>(result_); }
  /// Whether the future was cancelled: then nobody needs the result any more. False if it was used.
  bool cancelled() const noexcept { return result_ && result_->cancelled(); }

  /// Resolves the future. \returns false if its loop is closed: then the value dies here. \throws InvalidStateError if
  /// it was used before; what making the value throws: then it can be used again
  template <class U = T>
    requires(!std::is_void_v<T> && std::constructible_from<T, U>)
  bool set_result(U&& value) {
    require_unused();
    result_->value.emplace(std::forward<U>(value));
    return hand_in(Outcome::value);
  }
  bool set_result()
    requires std::is_void_v<T>
  {
    require_unused();
    return hand_in(Outcome::value);
  }
  /// Fails the future. \returns, \throws as set_result()
  bool set_exception(std::exception_ptr error) {
    require_unused();
    return hand_in(Outcome::error, std::move(error));
  }
  template <class E>
    requires(!std::same_as<std::remove_cvref_t<E>, std::exception_ptr>)
  bool set_exception(E&& error) {
    return set_exception(std::make_exception_ptr(std::decay_t<E>(std::forward<E>(error))));
  }
  /// Cancels the future. \returns, \throws as set_result()
  bool cancel() {
    require_unused();
    return hand_in(Outcome::cancelled);
  }

 private:
  using Outcome = detail::ThreadResult::Outcome;

  void require_unused() const {
    if (!result_) detail::throw_completer_used();
  }
  bool hand_in(Outcome outcome, std::exception_ptr error = {}) noexcept {
    return detail::ThreadResult::hand_in(std::exchange(result_, {}), outcome, std::move(error));
  }

  detail::Ref<detail::ThreadResultOf<T>> result_;
};

}  // namespace asyncio
