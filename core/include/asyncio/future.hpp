#pragma once

/// \file
/// `Future<T>`: a result that is not there yet. Source: Lib/asyncio/futures.py.

#include <concepts>
#include <type_traits>

#include "asyncio/coro.hpp"
#include "asyncio/detail/base/copyable.hpp"
#include "asyncio/detail/task/future_core.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/result.hpp"

namespace asyncio {

/// A future or a task whose type of result does not matter. A handle: copies name the same future. Not thread-safe, as
/// nothing of a loop but `call_soon_threadsafe` is.
class AnyFuture : public detail::AwaitableObject {
 public:
  AnyFuture() noexcept = default;
  explicit AnyFuture(detail::Ref<detail::FutureCore> core) noexcept : core_(std::move(core)) {}

  /// Whether the handle names a future at all.
  explicit operator bool() const noexcept { return static_cast<bool>(core_); }
  friend bool operator==(const AnyFuture& a, const AnyFuture& b) noexcept { return a.core_ == b.core_; }

  /// Whether there is a result, an error, or a cancellation.
  bool done() const { return core().done(); }
  /// Whether it was cancelled: for a task, whether a CancelledError left its coroutine.
  bool cancelled() const { return core().cancelled(); }

  /// Asks for cancellation. A future is cancelled at once; a task gets a CancelledError at the `co_await` where it
  /// waits, and may clean up, or refuse. Its awaiters go on in a later iteration. \returns false if it was done
  /// already.
  bool cancel(std::optional<std::string> message = {}) const { return core().cancel(message); }

  /// The error it failed with, or null if it has a value.
  /// \throws InvalidStateError while pending; CancelledError if cancelled.
  std::exception_ptr exception() const { return core().exception(); }

  /// Removes a callback by what `add_done_callback` returned. \returns how many were removed.
  std::size_t remove_done_callback(CallbackId id) const { return detail::remove_done_callback(core(), id); }

  /// The loop it belongs to. \throws std::runtime_error if that is destroyed.
  EventLoop& get_loop() const;

  /// `<Task pending name='Task-1' …>`, for people.
  std::string repr() const { return core().repr(); }

  detail::FutureCore& core() const {
    if (!core_) throw_empty();
    return *core_;
  }
  const detail::Ref<detail::FutureCore>& ref() const noexcept { return core_; }
  detail::Ref<detail::FutureCore> take_ref() && {
    core();
    return std::move(core_);
  }

 protected:
  /// Calls `f` with a handle of type H made for this future.
  template <class H, class F>
  CallbackId add_callback(F f, ContextRef context) const {
    auto call = [f = std::move(f)](detail::FutureCore& future) mutable {
      if constexpr (std::invocable<F&, H>) {
        f(H(detail::Ref<detail::FutureCore>(&future)));
      } else {
        f();
      }
    };
    detail::FutureCore& future = core();
    auto* callback = new detail::DoneCallbackOf<decltype(call)>(context, std::move(call));
    const CallbackId id = callback->id();
    future.add_callback(*callback);
    return id;
  }

 private:
  [[noreturn]] static void throw_empty();

  detail::Ref<detail::FutureCore> core_;
};

namespace detail {

/// A plain future's state.
template <class T>
class FutureBox final : public FutureCore {
 public:
  explicit FutureBox(LoopCore& loop) : FutureCore(loop, &value_) {}

 private:
  Storage<T> value_;
};

/// The await of a future or task: goes on at once if it is done, else suspends until the iteration after it is done.
class FutureAwaiterBase : public TaskAwaiter {
 public:
  /// \throws InvalidStateError if the handle names no future.
  explicit FutureAwaiterBase(AnyFuture future) : future_(std::move(future).take_ref()) {}

  bool await_ready() const { return future_->done(); }
  template <class P>
  void await_suspend(std::coroutine_handle<P> caller) {
    suspend(caller.promise());
  }

 protected:
  /// Throws what the await must throw; then there is a value.
  void resume();

  Ref<FutureCore> future_;

 private:
  void suspend(PromiseBase& caller);

  TaskCore* task_ = nullptr;
};

/// Awaits for the end alone: throws what a typed await would, gives nothing.
class AnyFutureAwaiter : public FutureAwaiterBase {
 public:
  using FutureAwaiterBase::FutureAwaiterBase;
  void await_resume() { resume(); }
};

/// Gives a reference to the value, which stays in the future.
template <class T>
class FutureAwaiter : public FutureAwaiterBase {
 public:
  using FutureAwaiterBase::FutureAwaiterBase;
  const_reference_t<T> await_resume() {
    resume();
    return static_cast<Storage<T>*>(future_->storage())->get();
  }
};

/// The value of a future that has one: moved if nobody else can ask for it, else copied.
template <class T>
T take_or_copy(FutureCore& future) {
  auto& value = *static_cast<Storage<T>*>(future.storage());
  if constexpr (std::is_object_v<T> && is_copyable_v<T>) {
    if (future.use_count() > 1) return std::as_const(value).get();
  }
  return value.take();
}

/// Gives the value itself, for `co_await` of a temporary handle: moved if nobody else can ask for it, else copied.
template <class T>
class FutureTakingAwaiter : public FutureAwaiterBase {
 public:
  using FutureAwaiterBase::FutureAwaiterBase;
  T await_resume() {
    resume();
    return take_or_copy<T>(*future_);
  }
};

}  // namespace detail

/// A result that will be set once: a value, an error, or a cancellation. A handle: copies name the same future.
///
/// `co_await future` any number of times, from any number of tasks: a done one goes on without suspending (and is no
/// point of cancellation); else the task suspends and goes on in the iteration after `set_result`, in the order in
/// which they and the callbacks came. Each awaiter gets the same value or the same error. Cancelling a task that waits
/// cancels the future, for all who wait: shield() it where that is not meant. An error that nobody retrieves goes to
/// the loop's exception handler when the last handle goes.
template <class T = void>
class Future : public AnyFuture {
 public:
  using value_type = T;

  /// Names no future. `loop.create_future<T>()` makes one.
  Future() noexcept = default;
  explicit Future(detail::Ref<detail::FutureCore> core) noexcept : AnyFuture(std::move(core)) {}

  /// The value. \throws InvalidStateError while pending; CancelledError if cancelled; else what it failed with.
  detail::const_reference_t<T> result() const& {
    core().check_result();
    return storage().get();
  }
  /// The same, moved out: for whoever asks last.
  T result() && {
    core().check_result();
    return storage().take();
  }

  /// Resolves it; awaiters and callbacks are scheduled in their order. \throws InvalidStateError if it is done.
  template <class U = T>
    requires(!std::is_void_v<T> && std::constructible_from<T, U>)
  void set_result(U&& value) const {
    core().require_settable("set_result");
    storage().emplace(std::forward<U>(value));
    core().finish();
  }
  void set_result() const
    requires std::is_void_v<T>
  {
    core().require_settable("set_result");
    core().finish();
  }

  /// Fails it. \throws InvalidStateError if it is done.
  void set_exception(std::exception_ptr error) const {
    core().require_settable("set_exception");
    core().finish(std::move(error));
  }
  template <class E>
    requires(!std::same_as<std::remove_cvref_t<E>, std::exception_ptr>)
  void set_exception(E&& error) const {
    set_exception(std::make_exception_ptr(std::decay_t<E>(std::forward<E>(error))));
  }

  /// Calls `f(future)` (or `f()`) in the iteration after it is done, in the order of adding among callbacks and
  /// awaiters; in the next iteration if it is done already. Runs in `context`, else in a copy of the current one.
  template <class F>
  CallbackId add_done_callback(F f, ContextRef context = {}) const {
    return this->template add_callback<Future>(std::move(f), context);
  }

 private:
  detail::Storage<T>& storage() const { return *static_cast<detail::Storage<T>*>(core().storage()); }
};

namespace detail {

template <class T = void>
Future<T> make_future(LoopCore& loop) {
  return Future<T>(Ref<FutureCore>(new FutureBox<T>(loop)));
}

/// The result of a future that is done, or what it failed with.
template <class T>
T take_or_copy(Future<T>&& future) {
  future.core().check_result();
  return take_or_copy<T>(future.core());
}

inline AnyFutureAwaiter make_awaiter(const AnyFuture& future) { return AnyFutureAwaiter(future); }

template <class T>
FutureTakingAwaiter<T> make_awaiter(Future<T>&& future) {
  return FutureTakingAwaiter<T>(std::move(future));
}
template <class T>
FutureAwaiter<T> make_awaiter(const Future<T>& future) {
  return FutureAwaiter<T>(future);
}
template <class T>
FutureAwaiter<T> make_awaiter(Future<T>& future) {
  return FutureAwaiter<T>(future);
}

}  // namespace detail

}  // namespace asyncio
