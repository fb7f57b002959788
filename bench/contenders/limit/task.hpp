#pragma once

#include <coroutine>
#include <exception>
#include <utility>

#include "frames.hpp"
#include "loop.hpp"

/// A coroutine that runs beside others: begun by the loop, joined by one other. The handle owns it.
template <class T>
class Task {
 public:
  struct promise_type : FramedPromise {
    Task get_return_object() noexcept { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    auto initial_suspend() noexcept {
      struct Begin {
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<promise_type> self) const noexcept {
          self.promise().ready.handle = self;
          ready_queue.push(self.promise().ready);
        }
        void await_resume() const noexcept {}
      };
      return Begin{};
    }
    auto final_suspend() const noexcept {
      struct Finish {
        bool await_ready() const noexcept { return false; }
        std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) const noexcept {
          return self.promise().joiner ? self.promise().joiner : ready_queue.pop();
        }
        void await_resume() const noexcept {}
      };
      return Finish{};
    }
    void return_value(T v) noexcept { value = std::move(v); }
    void unhandled_exception() noexcept { std::terminate(); }

    Ready ready;
    std::coroutine_handle<> joiner;
    T value{};
  };

  Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Task& operator=(Task&&) = delete;
  ~Task() {
    if (handle_) handle_.destroy();
  }

  bool done() const noexcept { return handle_.done(); }

  auto operator co_await() const noexcept {
    struct Awaiter {
      bool await_ready() const noexcept { return handle.done(); }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) const noexcept {
        handle.promise().joiner = caller;
        return ready_queue.pop();
      }
      T await_resume() const noexcept { return std::move(handle.promise().value); }
      std::coroutine_handle<promise_type> handle;
    };
    return Awaiter{handle_};
  }

 private:
  explicit Task(std::coroutine_handle<promise_type> handle) noexcept : handle_(handle) {}
  std::coroutine_handle<promise_type> handle_;
};
