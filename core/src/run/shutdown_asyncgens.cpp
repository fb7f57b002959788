#include "run/shutdown_asyncgens.hpp"

#include <vector>

#include "asyncio/detail/compose/gather_core.hpp"
#include "asyncio/detail/task/generator_core.hpp"
#include "asyncio/exception_context.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {
namespace {

/// A generator that is being closed at the end of a run.
struct Closing {
  std::string name;
  Task<void> task;
};

void report(LoopCore& loop, const Closing& closing) {
  if (closing.task.cancelled()) return;
  const std::exception_ptr error = closing.task.exception();
  if (!error || is_base_exception(error)) return;
  ExceptionContext context;
  context.message = best_effort_text(
      [&] { return "an error occurred during closing of asynchronous generator '" + closing.name + "'"; });
  context.exception = error;
  loop.call_exception_handler(context);
}

}  // namespace

Coro<void> shutdown_asyncgens(Ref<LoopCore> loop) {
  std::vector<Closing> all;
  while (auto* generator = loop->generators.pop_front()) {
    std::string name(function_name(generator->where));
    all.push_back({std::move(name), create_task(close_generator(generator))});
  }
  if (all.empty()) co_return;
  std::vector<AnyFuture> tasks;
  tasks.reserve(all.size());
  for (const Closing& closing : all) tasks.push_back(closing.task);
  co_await gather_any(*loop, std::move(tasks));
  for (const Closing& closing : all) report(*loop, closing);
}

}  // namespace asyncio::detail
