#include "run/event_loop_core.hpp"

#include "asyncio/call_graph.hpp"
#include "asyncio/event_loop.hpp"
#include "asyncio/log.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {

void EventLoopCore::call_exception_handler(const ExceptionContext& context) {
  EventLoop* loop = face_or_null();
  if (!loop) return log_context(context);
  loop->call_exception_handler(context);
}

void EventLoopCore::report(const ExceptionContext& context) noexcept {
  try {
    call_exception_handler(context);
  } catch (...) {
    log(LogLevel::error, best_effort_text([] {
          return "Exception in the exception handler: " + detail::describe(std::current_exception());
        }));
  }
}

void EventLoopCore::report_callback_error(const Handle& handle, FutureCore* future) {
  std::exception_ptr error = std::current_exception();
  if (ends_the_loop(error)) std::rethrow_exception(error);
  ExceptionContext context;
  context.message = best_effort_text([] { return "Exception in callback"; });
  context.exception = std::move(error);
  context.handle = handle;
  context.future = AnyFuture(Ref<FutureCore>(future));
  call_exception_handler(context);
}

void EventLoopCore::abandon_tasks() noexcept {
  while (TaskCore* task = tasks.front()) {
    ExceptionContext context;
    context.message = best_effort_text([] { return "Task was destroyed but it is pending!"; });
    context.task = AnyTask(Ref<TaskCore>(task));
    report(context);
    task->abandon();
  }
}

std::string EventLoopCore::describe_deadlock() const { return detail::describe_deadlock(*this); }

std::string EventLoopCore::describe(const Runnable& node) const {
  const FutureCore* task = node.awaiter();
  return task ? task->repr() : "callback";
}

}  // namespace asyncio::detail
