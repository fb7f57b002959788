#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "frames.hpp"
#include "loop.hpp"

/// A coroutine that is awaited at once: it writes its result into its caller's awaiter.
template <class T>
class Coro {
 public:
  struct promise_type : FramedPromise {
    Coro get_return_object() noexcept { return Coro(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() const noexcept { return {}; }
    auto final_suspend() const noexcept {
      struct Return {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) const noexcept {
          return self.promise().caller;
        }
        void await_resume() const noexcept {}
      };
      return Return{};
    }
    void return_value(T value) noexcept { *result = std::move(value); }
    void unhandled_exception() noexcept { std::terminate(); }

    std::coroutine_handle<> caller = std::noop_coroutine();
    T* result;
  };

  Coro(Coro&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Coro& operator=(Coro&&) = delete;
  ~Coro() {
    if (handle_) handle_.destroy();
  }

  auto operator co_await() && noexcept {
    struct Awaiter {
      bool await_ready() const noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
        handle.promise().caller = caller;
        handle.promise().result = &value;
        return handle;
      }
      T await_resume() noexcept { return std::move(value); }
      std::coroutine_handle<promise_type> handle;
      T value{};
    };
    return Awaiter{handle_};
  }

  /// Runs it and all that it makes ready. Not to be called by a coroutine.
  T run() && {
    T result{};
    handle_.promise().result = &result;
    handle_.resume();
    run_ready();
    return result;
  }

 private:
  explicit Coro(std::coroutine_handle<promise_type> handle) noexcept : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};
