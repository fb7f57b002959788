#pragma once

/// \file
/// `Coro<T>`: the coroutine object, what calling an `async def` gives in Python.

#include <coroutine>
#include <source_location>
#include <utility>

#include "asyncio/detail/coroutine/await_transform.hpp"
#include "asyncio/detail/coroutine/call.hpp"
#include "asyncio/detail/coroutine/mistakes.hpp"

namespace asyncio {

template <class T>
class Coro;

namespace detail {

template <class T>
class Promise;

/// Stands in a coroutine that has not started for the call that it will have.
class NamedCall : public CallBase {
 public:
  explicit NamedCall(const char* n) noexcept : name(n) {}
  /// For people: "Lock.acquire".
  const char* const name;
};

/// For people: what a coroutine that has not started is called, "fetch" or "Lock.acquire".
std::string_view name_of_unstarted(const PromiseBase& coroutine) noexcept;

/// Owns a coroutine that was not awaited yet. A destroyed one is reported: it never ran.
class CoroBase : public AwaitableObject {
 public:
  CoroBase() noexcept = default;
  explicit CoroBase(PromiseBase* promise) noexcept : promise_(promise) {}
  CoroBase(CoroBase&& other) noexcept : promise_(std::exchange(other.promise_, nullptr)) {}
  CoroBase& operator=(CoroBase&& other) noexcept {
    std::swap(promise_, other.promise_);
    return *this;
  }
  ~CoroBase() {
    if (promise_) drop_never_awaited();
  }

  /// Destroys the coroutine without running it and without a warning, as `coro.close()` of a coroutine that was not
  /// started.
  void close() noexcept;

  /// Whether there is a coroutine that can still be awaited.
  explicit operator bool() const noexcept { return promise_ != nullptr; }

  /// What it is called if it is dropped, instead of its function's name.
  void set_name(NamedCall& name) noexcept { promise_->call = &name; }

  /// Gives the frame away, to a task or a call.
  PromiseBase* release() noexcept { return std::exchange(promise_, nullptr); }

 private:
  void drop_never_awaited() noexcept;

  PromiseBase* promise_ = nullptr;
};

/// The await of a coroutine. It runs inline, in the task of the one who awaits: no loop iteration passes.
template <class T>
class CoroAwaiter : public TaskAwaiter {
 public:
  explicit CoroAwaiter(CoroBase& coroutine) noexcept : call_(coroutine.release()) {}

  bool await_ready() const noexcept { return false; }
  template <class P>
  bool await_suspend(std::coroutine_handle<P> caller) {
    return call_.start(caller.promise());
  }
  T await_resume() { return call_.take(); }

 private:
  Call<T> call_;
};

template <class T>
class PromiseReturn : public PromiseBase {
 public:
  template <class U = T>
    requires std::is_constructible_v<T, U&&>
  void return_value(U&& value) {
    static_cast<Call<T>*>(call)->value.emplace(std::forward<U>(value));
  }
};

template <class T>
class PromiseReturn<T&> : public PromiseBase {
 public:
  void return_value(T& value) noexcept { static_cast<Call<T&>*>(call)->value.emplace(value); }
};

template <>
class PromiseReturn<void> : public PromiseBase {
 public:
  void return_void() noexcept { static_cast<Call<void>*>(call)->value.emplace(); }
};

template <class T>
class Promise final : public PromiseReturn<T> {
 public:
  void unhandled_exception() noexcept {
    // What a local's destructor throws after the co_return takes the value back.
    static_cast<Call<T>*>(this->call)->value.clear();
    PromiseBase::unhandled_exception();
  }

  Coro<T> get_return_object(std::source_location here = std::source_location::current()) noexcept {
    static_assert(promise_handle_is_portable<Promise>);
    this->where = here;
    return Coro<T>(static_cast<PromiseBase*>(this));
  }

  template <class A>
  decltype(auto) await_transform(A&& awaited, std::source_location here = std::source_location::current()) {
    this->where = here;
    return make_awaiter(std::forward<A>(awaited));
  }
  /// Everything else: an awaiter that resumes the coroutine by itself would run it outside of its task.
  template <NothingToAwait A>
  NotAwaitable<A> await_transform(A&&, std::source_location = std::source_location::current()) {
    return {};
  }
};

}  // namespace detail

/// A coroutine object: what calling a coroutine function returns.
///
/// Lazy: nothing runs until it is awaited or made a task. `co_await f()` runs it inline in the awaiting task, to its
/// end, suspending only where it suspends itself; its exception comes out of the `co_await`. Awaited once: a second
/// `co_await` throws std::runtime_error("cannot reuse already awaited coroutine"). A coroutine that is dropped without
/// being awaited is reported ("coroutine 'f' was never awaited"). Its parameters live in its frame, and die before the
/// awaiter goes on.
///
/// Lifetimes: references and captures must outlive the coroutine, not just the call. Take parameters by value unless
/// the caller awaits at once. Source: PEP 492, Objects/genobject.c.
template <class T = void>
class [[nodiscard("a coroutine does nothing until it is awaited: co_await it, or give it to create_task()")]] Coro
    : public detail::CoroBase {
 public:
  using promise_type = detail::Promise<T>;
  using value_type = T;

  Coro() noexcept = default;
  template <class U>
    requires(!detail::IsA<U, detail::AwaitableObject> && std::is_convertible_v<U, T>)
  Coro(U&&, detail::ReturnInsteadOfCoReturn<U> = {}) {}

 protected:
  friend promise_type;
  explicit Coro(detail::PromiseBase* promise) noexcept : CoroBase(promise) {}
};

namespace detail {

template <class T>
CoroAwaiter<T> make_awaiter(Coro<T>&& coro) {
  return CoroAwaiter<T>(coro);
}
template <class T>
CoroAwaiter<T> make_awaiter(Coro<T>& coro) {
  return CoroAwaiter<T>(coro);
}

}  // namespace detail
}  // namespace asyncio
