#include "asyncio/task.hpp"

#include <algorithm>
#include <iostream>

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio {

AnyTask current_task() { return AnyTask(detail::Ref<detail::TaskCore>(detail::running_loop().current())); }

std::vector<AnyTask> detail::tasks_of(const LoopCore& loop) {
  std::vector<AnyTask> tasks;
  for (auto* task = loop.tasks.front(); task; task = loop.tasks.after(*task)) tasks.emplace_back(Ref<TaskCore>(task));
  return tasks;
}

std::vector<AnyTask> all_tasks() { return detail::tasks_of(detail::running_loop()); }

namespace detail {

LoopCore& running_loop_for(CoroBase& coroutine) {
  if (LoopCore* loop = this_thread().loop) return *loop;
  coroutine.close();
  return running_loop();
}

std::vector<FrameInfo> get_stack(const TaskCore& task, int limit) {
  std::vector<FrameInfo> frames;
  for (PromiseBase* promise = task.innermost(); promise && limit != 0; promise = promise->caller, --limit)
    frames.push_back({std::string(function_name(promise->where)), promise->where});
  // Before its first step a task has no innermost coroutine, but it has one.
  if (PromiseBase* root = task.root().callee(); frames.empty() && root && limit != 0)
    frames.push_back({std::string(function_name(root->where)), root->where});
  std::reverse(frames.begin(), frames.end());
  return frames;
}

void print_stack(const TaskCore& task, std::ostream& out, int limit) {
  const auto frames = get_stack(task, limit);
  if (frames.empty()) {
    out << "No stack for " << task.repr() << '\n';
    return;
  }
  out << "Stack for " << task.repr() << " (most recent call last):\n";
  for (const FrameInfo& frame : frames)
    out << "  File \"" << frame.where.file_name() << "\", line " << frame.where.line() << ", in " << frame.function
        << '\n';
}

void print_stack_to_stderr(const TaskCore& task) { print_stack(task, std::cerr, -1); }

}  // namespace detail
}  // namespace asyncio
