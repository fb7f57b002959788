#pragma once

/// \file
/// Executors: where blocking functions run. Source: Lib/concurrent/futures/thread.py.

#include <cstddef>
#include <memory>

namespace asyncio {

namespace detail {

/// A call on its way through a thread.
class Work {
 public:
  virtual ~Work() = default;
  /// Makes the call, and hands itself back. Called once, on whatever thread.
  virtual void run(std::unique_ptr<Work> self) noexcept = 0;
};

}  // namespace detail

/// Runs functions on threads of its own. Its members may be called from any thread.
class Executor {
 public:
  virtual ~Executor() = default;
  /// Runs the work some time. \throws std::runtime_error after shutdown()
  virtual void submit(std::unique_ptr<detail::Work> work) = 0;
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
  void submit(std::unique_ptr<detail::Work> work) override;
  void shutdown(bool wait = true) override;

  class State;

 private:
  std::shared_ptr<State> state_;
};

}  // namespace asyncio
