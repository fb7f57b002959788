#pragma once

/// \file
/// The exceptions of asyncio. Source: Lib/asyncio/exceptions.py, Lib/asyncio/queues.py and Python's own hierarchy.

#include <cstddef>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <typeinfo>

namespace asyncio {

/// Root of what must not be swallowed by accident: deliberately no std::exception, so that
/// `catch (const std::exception&)` lets cancellations pass as Python's `except Exception` does.
class BaseException {
 public:
  explicit BaseException(std::string what = "unknown error") : what_(std::move(what)) {}
  virtual ~BaseException() = default;
  BaseException(const BaseException&) = default;
  BaseException& operator=(const BaseException&) = default;

  /// What happened: `str(e)` of Python, and words of this library where that is empty.
  virtual const char* what() const noexcept { return what_.c_str(); }

 private:
  std::string what_;
};

/// Thrown out of the `co_await` at which a task that was asked to cancel is waiting. Let it pass, or clean up and
/// rethrow.
class CancelledError : public BaseException {
 public:
  CancelledError() : BaseException("cancelled") {}
  explicit CancelledError(std::optional<std::string> message)
      : BaseException(message && !message->empty() ? *message : "cancelled"), message_(std::move(message)) {}

  /// What `cancel(message)` was given; none if it was given nothing.
  const std::optional<std::string>& message() const noexcept { return message_; }

 private:
  std::optional<std::string> message_;
};

/// Control-C. Leaves the loop at once, whichever task or callback throws it.
class KeyboardInterrupt : public BaseException {
 public:
  explicit KeyboardInterrupt(std::string what = "interrupted") : BaseException(std::move(what)) {}
};

/// A request to end the program. Leaves the loop at once, whichever task or callback throws it.
class SystemExit : public BaseException {
 public:
  explicit SystemExit(int code = 0) : BaseException(std::to_string(code)), code_(code) {}
  int code() const noexcept { return code_; }

 private:
  int code_;
};

/// Thrown at the `co_yield` of an async generator that is being closed (`aclose()`).
class GeneratorExit : public BaseException {
 public:
  explicit GeneratorExit(std::string what = "the generator is being closed") : BaseException(std::move(what)) {}
};

/// A deadline passed. \see timeout, wait_for
class TimeoutError : public std::runtime_error {
 public:
  TimeoutError() : std::runtime_error("the deadline has passed") {}
  using std::runtime_error::runtime_error;
};

/// Futures await each other in a circle, or too deep in a row for what was asked of them.
class RecursionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A future or task is not in the state that the call needs.
class InvalidStateError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// What a task waited for was destroyed: "Queue destroyed while 'consumer' waits on it at chat.cpp:41". In Python it
/// would live on, and the task wait for ever. Let objects outlive those who wait for them.
class DestroyedError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// A barrier was aborted or reset.
class BrokenBarrierError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A non-blocking get found no item.
class QueueEmpty : public std::runtime_error {
 public:
  QueueEmpty() : std::runtime_error("the queue is empty") {}
};

/// A non-blocking put found no room.
class QueueFull : public std::runtime_error {
 public:
  QueueFull() : std::runtime_error("the queue is full") {}
};

/// The queue was shut down.
class QueueShutDown : public std::runtime_error {
 public:
  QueueShutDown() : std::runtime_error("the queue was shut down") {}
};

/// The system cannot send this file by itself. \see EventLoop::sendfile
class SendfileNotAvailableError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The stream ended before a read was complete.
class IncompleteReadError : public std::runtime_error {
 public:
  /// \param partial_data what was read before the end came.
  /// \param expected_bytes how many bytes were asked for; none if the end was to be found by a separator.
  IncompleteReadError(std::string partial_data, std::optional<std::size_t> expected_bytes);

  /// What was read before the end came.
  std::string partial;
  /// How many bytes were asked for; none if the end was to be found by a separator.
  std::optional<std::size_t> expected;
};

/// A separator was not found within the stream's limit.
class LimitOverrunError : public std::runtime_error {
 public:
  LimitOverrunError(const std::string& message, std::size_t consumed_bytes)
      : std::runtime_error(message), consumed(consumed_bytes) {}

  /// How many bytes can be taken out of the buffer.
  std::size_t consumed;
};

/// Nothing is ready, no timer is set and nothing outside can wake the loop: every task waits for ever. The message
/// names the tasks and what each waits for. CPython hangs here; a host that cannot be woken (`Host::may_wake`) says so
/// instead.
class DeadlockError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// This platform cannot do it (threads or sockets in a browser, say).
class NotSupportedError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

namespace detail {

/// `type: what` of any exception, as the last line of a Python traceback.
std::string describe(const std::exception_ptr& error);
/// A type as C++ writes it.
std::string type_name(const std::type_info& type);
/// The demangled type of any exception.
std::string type_name(const std::exception_ptr& error);
/// What the exception says of itself.
std::string what(const std::exception_ptr& error);
/// Whether it is a CancelledError.
bool is_cancelled_error(const std::exception_ptr& error);
/// Whether it must leave the loop at once: KeyboardInterrupt or SystemExit.
bool ends_the_loop(const std::exception_ptr& error);
/// Whether it is a BaseException: KeyboardInterrupt, SystemExit, CancelledError, GeneratorExit.
bool is_base_exception(const std::exception_ptr& error);

}  // namespace detail
}  // namespace asyncio
