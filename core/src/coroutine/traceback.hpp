#pragma once

/// \file
/// Which coroutines an exception has left: what Python keeps in `__traceback__`.

#include <exception>
#include <memory>
#include <source_location>
#include <string>
#include <vector>

namespace asyncio::detail {

/// The coroutines that an exception has left, the innermost first. Of very many it keeps the innermost and the
/// outermost.
class Traceback {
 public:
  struct Frame {
    /// The coroutine's latest co_await.
    std::source_location where;
    /// The task whose outermost coroutine it is; empty for the others.
    std::string task;
  };

  const std::vector<Frame>& frames() const noexcept { return frames_; }
  /// How many are missing after the first `kept_innermost` frames.
  std::size_t omitted() const noexcept { return omitted_; }
  bool empty() const noexcept { return frames_.empty(); }

  void add(const std::source_location& where);
  /// What was added last is the outermost coroutine of this task.
  void end_task(std::string name);
  void clear() noexcept;

  static constexpr std::size_t kept_innermost = 48;
  static constexpr std::size_t most_kept = 64;

 private:
  std::vector<Frame> frames_;
  std::size_t omitted_ = 0;
};

/// Immutable, so that errors may take it to other threads.
using TracebackRef = std::shared_ptr<const Traceback>;

// C++ exceptions have no room for it. So each thread remembers it for the exception that is on its way: to the end of
// the iteration of its loop, or, if it has left the loop, up to the next one's. A failed future, a Result and an
// ExceptionGroup keep it for theirs. All of these do without where there is no memory.

/// `error` leaves the coroutine.
void trace(const std::exception_ptr& error, const std::source_location& where) noexcept;
/// `error` has left the outermost coroutine of a task. \returns what it has left; null if nothing is known
TracebackRef end_traceback(const std::exception_ptr& error, const std::string& task) noexcept;
/// What `error`, which is on its way on this thread, has left so far; null if nothing is known.
TracebackRef traceback_of(const std::exception_ptr& error) noexcept;
/// `error` is about to be thrown again: what it leaves from now on follows `traceback`.
void resume_traceback(const std::exception_ptr& error, const TracebackRef& traceback) noexcept;
/// Throws `error` so.
[[noreturn]] void rethrow(const std::exception_ptr& error, const TracebackRef& traceback);

/// Whether this thread remembers an exception.
inline constinit thread_local bool exception_remembered = false;
/// Lets go of it.
void forget_exception() noexcept;

/// While it lives, a loop may run without this thread's forgetting the exception that is on its way.
class KeepException {
 public:
  KeepException() noexcept;
  KeepException(const KeepException&) = delete;
  KeepException& operator=(const KeepException&) = delete;
  ~KeepException() { resume_traceback(error_, traceback_); }

 private:
  std::exception_ptr error_;
  TracebackRef traceback_;
};

}  // namespace asyncio::detail
