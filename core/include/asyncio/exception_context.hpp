#pragma once

/// \file
/// What an exception handler is told. Source: Lib/asyncio/base_events.py.

#include <exception>
#include <string>

#include "asyncio/handle.hpp"
#include "asyncio/task.hpp"

namespace asyncio {

/// What went wrong where no one awaits. \see EventLoop::set_exception_handler
struct ExceptionContext {
  std::string message;
  /// Null if there is none.
  std::exception_ptr exception;
  /// Each names nothing where it does not apply.
  AnyFuture future;
  AnyTask task;
  Handle handle;
  /// The other end of the connection in whose service it happened: "127.0.0.1:5000".
  std::string peer;
};

namespace detail {

/// Writes it to the log. Without memory for all of it, what can be said without.
void log_context(const ExceptionContext& context) noexcept;

}  // namespace detail
}  // namespace asyncio
