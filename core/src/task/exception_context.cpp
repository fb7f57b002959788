#include "asyncio/exception_context.hpp"

#include "asyncio/log.hpp"

namespace asyncio {
namespace {

std::string describe_context(const ExceptionContext& context) {
  std::string text = context.message.empty() ? "Unhandled exception in event loop" : context.message;
  if (context.future) text += "\nfuture: " + context.future.repr();
  if (context.task) text += "\ntask: " + context.task.repr();
  if (context.exception) text += '\n' + detail::describe(context.exception);
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
