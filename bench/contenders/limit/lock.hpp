#pragma once

#include <coroutine>

#include "loop.hpp"

/// A lock with a line of those who wait: release() hands it to the first.
class Lock {
 public:
  auto acquire() noexcept {
    struct Acquire {
      bool await_ready() const noexcept {
        if (lock.locked_) return false;
        lock.locked_ = true;
        return true;
      }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
        waiter.handle = caller;
        lock.push(waiter);
        return ready_queue.pop();
      }
      void await_resume() const noexcept {}
      Lock& lock;
      Ready waiter{};
    };
    return Acquire{*this};
  }
  void release() noexcept {
    Ready* first = head_;
    if (!first) {
      locked_ = false;
      return;
    }
    head_ = first->next;
    if (!head_) tail_ = &head_;
    ready_queue.push(*first);
  }
  bool locked() const noexcept { return locked_; }

 private:
  void push(Ready& waiter) noexcept {
    waiter.next = nullptr;
    *tail_ = &waiter;
    tail_ = &waiter.next;
  }
  Ready* head_ = nullptr;
  Ready** tail_ = &head_;
  bool locked_ = false;
};
