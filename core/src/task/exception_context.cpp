#include "asyncio/exception_context.hpp"

#include "asyncio/log.hpp"
#include "coroutine/format_exception.hpp"

namespace asyncio {
namespace {

/// Which coroutines the exception has left; null if that is not known.
detail::TracebackRef traceback_in(const ExceptionContext& context) {
  for (const AnyFuture& future : {context.future, AnyFuture(context.task.ref())})
    if (future && future.core().peek_error() == context.exception) return future.core().traceback();
  return detail::traceback_of(context.exception);
}

std::string describe_context(const ExceptionContext& context) {
  std::string text = context.message.empty() ? "Unhandled exception in event loop" : context.message;
  if (context.future) text += "\nfuture: " + context.future.repr();
  if (context.task) text += "\ntask: " + context.task.repr();
  if (context.handle) text += "\nhandle: " + context.handle.repr();
  if (!context.peer.empty()) text += "\npeer: " + context.peer;
  if (context.exception) text += '\n' + detail::format_exception(context.exception, traceback_in(context));
  return text;
}

}  // namespace

void detail::log_context(const ExceptionContext& context) noexcept {
  try {
    log(LogLevel::error, describe_context(context));
  } catch (...) {
    log(LogLevel::error, context.message);
    log(LogLevel::error, "out of memory for more");
  }
}

}  // namespace asyncio
