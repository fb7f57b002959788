#pragma once

/// \file
/// `AsyncGenerator`. Source: PEP 525, Objects/genobject.c.

#include <optional>
#include <variant>
#include <vector>

#include "asyncio/capture.hpp"
#include "asyncio/detail/task/generator_core.hpp"

namespace asyncio {

template <class T, class Send>
class AsyncGenerator;

namespace detail {

template <class T, class Send>
class GeneratorPromise final : public GeneratorCore {
 public:
  AsyncGenerator<T, Send> get_return_object(std::source_location here = std::source_location::current()) noexcept {
    static_assert(promise_handle_is_portable<GeneratorPromise>);
    where = here;
    return AsyncGenerator<T, Send>(this);
  }

  template <class A>
  decltype(auto) await_transform(A&& awaited, std::source_location here = std::source_location::current()) {
    where = here;
    return make_awaiter(std::forward<A>(awaited));
  }
  /// Everything else: an awaiter that resumes the coroutine by itself would run it outside of its task.
  template <NothingToAwait A>
  NotAwaitable<A> await_transform(A&&, std::source_location = std::source_location::current()) {
    return {};
  }

  /// Holds the value while the generator is suspended at its `co_yield`; gives what asend() sent.
  class Yielded : public TaskAwaiter {
   public:
    Yielded(GeneratorPromise& promise, T value) : promise_(promise), value_(std::move(value)) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<GeneratorPromise>) noexcept {
      promise_.yielded_ = &value_;
      promise_.suspend_at_yield();
    }
    Send await_resume() {
      promise_.yielded_ = nullptr;
      promise_.throw_injected();
      Send* sent = std::exchange(promise_.sent_, nullptr);
      return sent ? std::move(*sent) : Send();
    }

   private:
    GeneratorPromise& promise_;
    T value_;
  };
  Yielded yield_value(T value, std::source_location here = std::source_location::current()) {
    where = here;
    return Yielded(*this, std::move(value));
  }

  std::optional<T> take_yielded() {
    if (!yielded_) return std::nullopt;
    return std::optional<T>(std::move(*yielded_));
  }
  void set_sent(Send* sent) noexcept { sent_ = sent; }

 private:
  T* yielded_ = nullptr;
  Send* sent_ = nullptr;
};

}  // namespace detail

/// An `async def` with `yield` in it: a coroutine that gives values one by one, with `co_yield`, and may `co_await`
/// between.
///
/// Lazy: it runs when asked for a value, inside the asking task, up to the next `co_yield`. Cancelling that task throws
/// CancelledError at the generator's inner `co_await`. After an error, or its end, it gives nothing for ever. Leaving a
/// loop early runs no cleanup that awaits: use `with(aclosing(g), body)`. A generator that is destroyed half-way has
/// its locals destroyed at once, or, if a task runs it just then, as soon as that has its value; one that is alive at
/// the end of run() is closed by the loop.
/// \tparam Send what asend() sends and `co_yield` gives.
template <class T, class Send = std::monostate>
class [[nodiscard]] AsyncGenerator {
 public:
  using promise_type = detail::GeneratorPromise<T, Send>;
  using value_type = T;

  AsyncGenerator() noexcept = default;

  /// The next value; none when the generator has returned. Python's `anext(g, None)`.
  Coro<std::optional<T>> next() { return next(promise_); }
  /// Sends a value, which the `co_yield` gives, and gives the next one. \throws std::logic_error before the first
  /// next()
  Coro<std::optional<T>> asend(Send value) { return asend(promise_, std::move(value)); }
  /// Throws an exception at the `co_yield`; gives the next value, if the generator goes on.
  Coro<std::optional<T>> athrow(std::exception_ptr error) { return athrow(promise_, std::move(error)); }
  template <class E>
    requires(!std::same_as<E, std::exception_ptr>)
  Coro<std::optional<T>> athrow(E error) {
    return athrow(std::make_exception_ptr(std::move(error)));
  }
  /// Throws GeneratorExit at the `co_yield` and lets the generator clean up, awaits included; one that has not started
  /// is just closed. One that yields again goes on with next(), but nothing is thrown into it any more: aclose() does
  /// nothing and athrow() gives none, where Python throws StopAsyncIteration. \throws std::runtime_error("async
  /// generator ignored GeneratorExit") if it yields again
  Coro<void> aclose() { return detail::close_generator(promise_); }

 private:
  friend promise_type;
  // Whoever runs it keeps it alive, as in Python: its owner may go meanwhile.
  using Promise = detail::Ref<promise_type>;
  explicit AsyncGenerator(promise_type* promise) noexcept : promise_(promise) {}

  static Coro<std::optional<T>> next(Promise promise) {
    promise->prepare();
    co_await detail::Advanced(*promise);
    co_return promise->take_yielded();
  }
  static Coro<std::optional<T>> asend(Promise promise, Send value) {
    promise->prepare();
    promise->require_started();
    promise->set_sent(&value);
    co_await detail::Advanced(*promise);
    co_return promise->take_yielded();
  }
  static Coro<std::optional<T>> athrow(Promise promise, std::exception_ptr error) {
    if (!promise->inject(std::move(error))) co_return std::nullopt;
    co_await detail::Advanced(*promise);
    co_return promise->take_yielded();
  }

  Promise promise_;
};

/// Closes a generator at the end of a block: `with(aclosing(g), body)`. Source: contextlib.aclosing.
template <class G>
class Aclosing {
 public:
  explicit Aclosing(G&& generator) : generator_(std::forward<G>(generator)) {}
  Coro<std::remove_reference_t<G>&> aenter() { co_return generator_; }
  Coro<bool> aexit(std::exception_ptr) {
    co_await generator_.aclose();
    co_return false;
  }

 private:
  G generator_;
};

/// \param generator an lvalue must outlive the block; a temporary is moved in.
template <class G>
Aclosing<G> aclosing(G&& generator) {
  return Aclosing<G>(std::forward<G>(generator));
}

/// All that the generator has to give.
template <class T>
Coro<std::vector<T>> collect(AsyncGenerator<T> generator) {
  std::vector<T> values;
  while (auto value = co_await generator.next()) values.push_back(*std::move(value));
  co_return values;
}

}  // namespace asyncio

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in them.
/// `async for`: `ASYNCIO_FOR(x, g) { … }`.
#define ASYNCIO_FOR(variable, generator)                                                                             \
  for (auto asyncio_next_ = co_await (generator).next(); asyncio_next_; asyncio_next_ = co_await (generator).next()) \
    if (auto&& variable = *asyncio_next_; false) {                                                                   \
    } else
// NOLINTEND(bugprone-macro-parentheses)
