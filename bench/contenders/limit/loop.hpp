#pragma once

#include <coroutine>

/// What stands in the loop's queue: part of an awaiter or a promise, so that it costs no memory of its own.
struct Ready {
  Ready* next = nullptr;
  std::coroutine_handle<> handle;
};

/// The coroutines that are ready, first in, first out.
class ReadyQueue {
 public:
  void push(Ready& ready) noexcept {
    ready.next = nullptr;
    *tail_ = &ready;
    tail_ = &ready.next;
  }
  /// The next one to run, or one that does nothing: for symmetric transfer.
  std::coroutine_handle<> pop() noexcept {
    Ready* first = head_;
    if (!first) return std::noop_coroutine();
    head_ = first->next;
    if (!head_) tail_ = &head_;
    return first->handle;
  }
  bool empty() const noexcept { return !head_; }

 private:
  Ready* head_ = nullptr;
  Ready** tail_ = &head_;
};

inline ReadyQueue ready_queue;

/// Resumes what is ready until nothing is.
inline void run_ready() {
  while (!ready_queue.empty()) ready_queue.pop().resume();
}

/// Lets all others who are ready run first.
struct Yield {
  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) noexcept {
    ready.handle = caller;
    ready_queue.push(ready);
    return ready_queue.pop();
  }
  void await_resume() const noexcept {}

  Ready ready{};
};
