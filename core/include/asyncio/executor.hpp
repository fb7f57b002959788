#pragma once

/// \file
/// Executors: where blocking functions run. Source: Lib/concurrent/futures/thread.py.

#include <cstddef>
#include <memory>
#include <utility>

namespace asyncio {

namespace detail {

/// A call on its way through a thread.
class ThreadWork {
 public:
  virtual ~ThreadWork() = default;
  /// Makes the call, and hands itself back. Either this or drop() is called, once, on whatever thread.
  virtual void run(std::unique_ptr<ThreadWork> self) noexcept = 0;
  /// Hands itself back without a call.
  virtual void drop(std::unique_ptr<ThreadWork> self) noexcept = 0;
};

}  // namespace detail

/// A call that an executor is to make: `work()`, once, on whatever thread. What the function returns or throws goes to
/// its future, on the loop's thread. One that is dropped instead cancels its future.
class Work {
 public:
  /// Nothing to do.
  Work() noexcept = default;
  explicit Work(std::unique_ptr<detail::ThreadWork> call) noexcept : call_(std::move(call)) {}
  Work(Work&&) noexcept = default;
  Work& operator=(Work&& other) noexcept {
    std::swap(call_, other.call_);
    return *this;
  }
  ~Work() {
    if (call_) call_->drop(std::move(call_));
  }

  /// Whether there is a call to make.
  explicit operator bool() const noexcept { return call_ != nullptr; }
  void operator()() noexcept {
    if (call_) call_->run(std::move(call_));
  }

 private:
  std::unique_ptr<detail::ThreadWork> call_;
};

/// Runs functions on threads of its own, or wherever a program wants: derive from it. Its members may be called from
/// any thread.
class Executor {
 public:
  virtual ~Executor() = default;
  /// Runs the work some time. \throws std::runtime_error after shutdown(); what it throws comes out of
  /// run_in_executor()
  virtual void submit(Work work) = 0;
  /// Takes no more work; what it has is still done. \param wait until that is so
  virtual void shutdown(bool wait = true) = 0;
};

/// Threads that are started as they are needed, up to a number, and live until the last handle goes, which waits for
/// what they do. A handle: copies name the same pool.
class ThreadPool final : public Executor {
 public:
  /// \param max_workers 0: as many as the machine has cores, and 4, but at most 32. \throws NotSupportedError in a
  /// browser
  explicit ThreadPool(std::size_t max_workers = 0);
  void submit(Work work) override;
  void shutdown(bool wait = true) override;

  class State;

 private:
  std::shared_ptr<State> state_;
};

}  // namespace asyncio
