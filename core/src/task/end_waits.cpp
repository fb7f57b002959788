#include "asyncio/detail/task/end_waits.hpp"

#include <memory>
#include <string>

#include "asyncio/detail/loop/call_soon.hpp"
#include "asyncio/detail/task/task_core.hpp"
#include "asyncio/exception_context.hpp"
#include "asyncio/exceptions.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {
namespace {

std::string message(const TaskCore& task, const char* owner) {
  std::string text = std::string(owner) + " destroyed while '" + task.name() + "' waits on it";
  if (const PromiseBase* innermost = task.innermost()) {
    const std::source_location& where = programs_frame(*innermost).where;
    // Of a task that was made of the wait itself, the library's line says nothing.
    if (is_library_file(where)) return text;
    text += " at " + std::string(file_name(where)) + ':' + std::to_string(where.line());
  }
  return text;
}

std::exception_ptr make_error(const TaskCore& task, const char* owner) {
  return std::make_exception_ptr(DestroyedError(message(task, owner)));
}

/// For those who run in debug mode: their tasks may swallow the error, or be cancelled before they see it.
void report(TaskCore& task, const char* owner) noexcept {
  ExceptionContext context;
  context.message = best_effort_text([&] { return message(task, owner); });
  context.task = AnyTask(Ref<TaskCore>(&task));
  task.loop().report(context);
}

/// Without memory for the error, the wait is cancelled: it ends.
void fail(Waiter& waiter, const char* owner) noexcept {
  try {
    waiter.fail(make_error(*waiter.task(), owner));
  } catch (...) {
    waiter.fail_as_cancelled();
  }
}

/// Those who are still suspended, in the lap of the callback that will wake them: who dies before leaves the list.
class Orphans {
 public:
  explicit Orphans(const char* owner) : owner_(owner), waiters_(std::make_unique<List<Waiter>>()) {}

  List<Waiter>& waiters() const noexcept { return *waiters_; }
  void operator()() {
    for (Waiter* waiter = waiters_->front(); waiter; waiter = waiters_->after(*waiter))
      if (!waiter->done()) fail(*waiter, owner_);
  }

 private:
  const char* owner_;
  std::unique_ptr<List<Waiter>> waiters_;
};

/// \returns where the waiters are to go that are suspended; null without memory, or without a loop to wake them.
List<Waiter>* schedule(LoopCore& loop, const char* owner) noexcept {
  try {
    Orphans orphans(owner);
    List<Waiter>* waiters = &orphans.waiters();
    call_soon(loop, std::move(orphans));
    return waiters;
  } catch (...) {
    return nullptr;
  }
}

}  // namespace

void end_waits_in(List<Waiter>& line, const char* owner) noexcept {
  LoopCore& loop = line.front()->task()->loop();
  List<Waiter>* const suspended = schedule(loop, owner);
  while (Waiter* waiter = line.pop_front()) {
    waiter->orphan();
    if (loop.debug && !waiter->cancelled()) report(*waiter->task(), owner);
    if (waiter->done() || !suspended) {
      fail(*waiter, owner);
    } else {
      suspended->push_back(*waiter);
    }
  }
}

}  // namespace asyncio::detail
