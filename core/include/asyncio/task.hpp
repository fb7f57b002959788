#pragma once

/// \file
/// `Task<T>`: a coroutine that a loop runs. Source: Lib/asyncio/tasks.py.

#include <iosfwd>
#include <source_location>
#include <string>
#include <vector>

#include "asyncio/detail/coroutine/operation.hpp"
#include "asyncio/detail/task/task_core.hpp"
#include "asyncio/future.hpp"

namespace asyncio {

template <class T>
class Task;
class AnyTask;

/// Where a coroutine of a suspended task stands.
struct FrameInfo {
  /// The coroutine function: "fetch", "Client::fetch".
  std::string function;
  /// The `co_await` at which it waits.
  std::source_location where;
};

namespace detail {

/// A task's state: the outermost coroutine's frame and room for what it returns.
template <class T>
class TaskBox final : public TaskCore {
 public:
  /// \param coroutine keeps its frame if this throws
  TaskBox(LoopCore& loop, CoroBase& coroutine, const TaskOptions& options)
      : TaskCore(loop, call_, value_of(call_), options), call_(coroutine.release()) {}

 private:
  // clang takes `&call_.value` there for a use of what is not initialised yet.
  static void* value_of(Call<T>& call) noexcept { return &call.value; }
  Call<T> call_;
};

/// The loop that runs on this thread. \throws std::runtime_error("no running event loop"); the coroutine is closed
/// then, it is not to be reported as never awaited.
LoopCore& running_loop_for(CoroBase& coroutine);

/// \param limit the innermost so many frames; below 0: all.
std::vector<FrameInfo> get_stack(const TaskCore& task, int limit);
void print_stack(const TaskCore& task, std::ostream& out, int limit);

/// What every handle of a task can do, on top of what Base (a future's handle) can.
template <class Base>
class TaskMethods : public Base {
 public:
  TaskMethods() noexcept = default;
  explicit TaskMethods(Ref<TaskCore> core) noexcept : Base(Ref<FutureCore>(core)) {}

  /// Takes one cancellation request back; at 0 also one that was not delivered yet. \returns how many are left.
  int uncancel() const { return task_core().uncancel(); }
  /// How many requests to cancel there were, less those taken back.
  int cancelling() const { return task_core().cancelling(); }

  std::string get_name() const { return task_core().name(); }
  void set_name(std::string name) const { task_core().set_name(std::move(name)); }

  /// The context that it runs in.
  Context get_context() const { return Context(task_core().context().cell()); }

  /// The outermost coroutine; null when the task is done. For debugging.
  std::coroutine_handle<> get_coro() const {
    PromiseBase* coroutine = task_core().root().callee();
    return coroutine ? coroutine->handle() : nullptr;
  }

  /// The coroutines of a suspended task, the outermost first. \param limit the innermost so many; below 0: all.
  std::vector<FrameInfo> get_stack(int limit = -1) const { return detail::get_stack(task_core(), limit); }
  /// The same as text.
  void print_stack(std::ostream& out, int limit = -1) const { detail::print_stack(task_core(), out, limit); }
  /// To standard error.
  void print_stack() const;

  /// A number that no other task of the process has, as the observer hooks give it.
  TaskId id() const { return task_core().id(); }

  TaskCore& task_core() const { return static_cast<TaskCore&>(this->core()); }

  void set_result(auto&&...) = delete;
  void set_exception(auto&&...) = delete;
};

void print_stack_to_stderr(const TaskCore& task);

template <class Base>
void TaskMethods<Base>::print_stack() const {
  print_stack_to_stderr(task_core());
}

}  // namespace detail

/// A task whose type of result does not matter: what `current_task()` and `all_tasks()` give.
class AnyTask : public detail::TaskMethods<AnyFuture> {
 public:
  /// Names no task.
  AnyTask() noexcept = default;
  explicit AnyTask(detail::Ref<detail::TaskCore> core) noexcept : TaskMethods(std::move(core)) {}
  template <class T>
  AnyTask(const Task<T>& task) noexcept;

  /// \see Future::add_done_callback
  template <class F>
  CallbackId add_done_callback(F f, ContextRef context = {}) const {
    return this->template add_callback<AnyTask>(std::move(f), context);
  }

 private:
  friend class AnyFuture;
  explicit AnyTask(detail::Ref<detail::FutureCore> core) noexcept
      : AnyTask(detail::Ref<detail::TaskCore>(core->as_task())) {}
};

/// A coroutine that runs on a loop by itself, side by side with others. A handle: copies name the same task.
///
/// Made by create_task(), TaskGroup::create_task() or gather(). Its first step runs in the next iteration of the loop,
/// in the order of creation; the loop keeps it alive until it is done, whether anybody holds a handle or not. `co_await
/// task` waits for it and gives what it returned or throws what it threw: \see Future. Cancelling a task that awaits
/// another cancels that one first; the CancelledError comes up one iteration a level.
template <class T = void>
class Task : public detail::TaskMethods<Future<T>> {
 public:
  /// Names no task.
  Task() noexcept = default;
  explicit Task(detail::Ref<detail::TaskCore> core) noexcept : detail::TaskMethods<Future<T>>(std::move(core)) {}

  /// \see Future::add_done_callback
  template <class F>
  CallbackId add_done_callback(F f, ContextRef context = {}) const {
    return this->template add_callback<Task>(std::move(f), context);
  }

 private:
  friend class AnyFuture;
  explicit Task(detail::Ref<detail::FutureCore> core) noexcept : Task(detail::Ref<detail::TaskCore>(core->as_task())) {}
};

template <class T>
AnyTask::AnyTask(const Task<T>& task) noexcept : AnyTask(task.ref()) {}

namespace detail {

template <class T>
Task<T> create_task_on(LoopCore& loop, Coro<T> coroutine, const TaskOptions& options, std::source_location where,
                       bool nothing_catches = false) {
  auto* box = new TaskBox<T>(loop, coroutine, options);
  Task<T> task{Ref<TaskCore>(box)};
  box->launch(options, where, nothing_catches);
  return task;
}

}  // namespace detail

/// Makes the coroutine a task of the running loop and returns at once; its first step runs in the next iteration
/// (inside this call with `.eager_start`). \throws std::runtime_error("no running event loop")
template <class T>
Task<T> create_task(Coro<T> coroutine, TaskOptions options = {},
                    std::source_location where = std::source_location::current()) {
  // Not an argument of the call: the coroutine must not be moved from before it can be refused.
  detail::LoopCore& loop = detail::running_loop_for(coroutine);
  return detail::create_task_on(loop, std::move(coroutine), options, where);
}

/// The same for sleep() and the like.
template <detail::IsOperation O>
Task<typename O::value_type> create_task(O operation, TaskOptions options = {},
                                         std::source_location where = std::source_location::current()) {
  using T = typename O::value_type;
  Coro<T> coroutine = std::move(operation);
  detail::LoopCore& loop = detail::running_loop_for(coroutine);
  return detail::create_task_on(loop, std::move(coroutine), options, where, O::cancelled_by_destruction);
}

template <class F>
  requires(!detail::IsA<F, detail::AwaitableObject>)
detail::TaskOfNoCoroutine<F> create_task(F&&, TaskOptions = {}) {
  return {};
}

/// The task that runs just now; names none inside a callback. \throws std::runtime_error("no running event loop")
AnyTask current_task();

/// The unfinished tasks of the running loop, in the order of creation. \throws std::runtime_error("no running event
/// loop")
std::vector<AnyTask> all_tasks();

namespace detail {

/// The unfinished tasks of a loop.
std::vector<AnyTask> tasks_of(const LoopCore& loop);

}  // namespace detail

}  // namespace asyncio
