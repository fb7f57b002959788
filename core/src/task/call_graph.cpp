#include "asyncio/call_graph.hpp"

#include <algorithm>
#include <iostream>

#include "asyncio/detail/coroutine/thread_state.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/exceptions.hpp"

namespace asyncio {
namespace {

/// How many of the innermost coroutines are left out.
std::size_t skipped(detail::TaskCore* task, const GraphOptions& options) {
  return options.depth > 1 && task == detail::this_thread().task ? static_cast<std::size_t>(options.depth - 1) : 0;
}

std::vector<FrameCallGraphEntry> call_stack(detail::FutureCore& future, const GraphOptions& options) {
  std::vector<FrameCallGraphEntry> stack;
  detail::TaskCore* task = future.as_task();
  if (!task) return stack;
  const auto frames = detail::get_stack(*task, -1);
  const std::size_t left_out = std::min(skipped(task, options), frames.size());
  const auto first = frames.rbegin() + static_cast<std::ptrdiff_t>(left_out);
  for (auto frame = first; frame != frames.rend(); ++frame) stack.push_back({frame->where, frame->function});
  if (!options.limit) return stack;
  const auto limit = static_cast<std::size_t>(std::abs(*options.limit));
  if (stack.size() <= limit) return stack;
  if (*options.limit < 0) {
    stack.resize(limit);
  } else {
    stack.erase(stack.begin(), stack.end() - static_cast<std::ptrdiff_t>(limit));
  }
  return stack;
}

/// As deep as Python's interpreter lets a function call itself.
constexpr int deepest = 1000;

FutureCallGraph capture(detail::FutureCore& future, const GraphOptions& options, int depth = 0) {
  if (depth == deepest)
    throw RecursionError("maximum recursion depth exceeded: futures await each other in a circle, or more than " +
                         std::to_string(deepest) + " in a row");
  FutureCallGraph graph{AnyFuture(&future), call_stack(future, options), {}};
  for (detail::FutureCore* waiter : detail::awaiters_of(future))
    graph.awaited_by.push_back(capture(*waiter, options, depth + 1));
  return graph;
}

void format(const FutureCallGraph& graph, const std::string& indent, std::string& text) {
  text += indent + "* ";
  detail::TaskCore* task = graph.future.core().as_task();
  text += task ? "Task(name='" + task->name() + "')" : std::string(graph.future.core().kind()) + "()";
  text += '\n';
  if (!graph.call_stack.empty()) text += indent + "  + Call stack:\n";
  for (const FrameCallGraphEntry& entry : graph.call_stack) {
    text += indent + "  |   File '" + std::string(detail::file_name(entry.frame)) + "', line " +
            std::to_string(entry.frame.line()) + ", in async " + entry.function + "()\n";
  }
  if (!graph.awaited_by.empty()) text += indent + "  + Awaited by:\n";
  for (const FutureCallGraph& waiter : graph.awaited_by) format(waiter, indent + "    ", text);
}

}  // namespace

FutureCallGraph capture_call_graph(AnyFuture future, GraphOptions options) {
  if (!future) future = current_task();
  return future ? capture(future.core(), options) : FutureCallGraph();
}

std::string format_call_graph(AnyFuture future, GraphOptions options) {
  const FutureCallGraph graph = capture_call_graph(std::move(future), options);
  std::string text;
  if (!graph.future) return text;
  format(graph, "", text);
  text.pop_back();
  return text;
}

void print_call_graph(std::ostream& out, AnyFuture future, GraphOptions options) {
  out << format_call_graph(std::move(future), options) << '\n';
}

void print_call_graph(AnyFuture future, GraphOptions options) {
  print_call_graph(std::cout, std::move(future), options);
}

void future_add_to_awaited_by(const AnyFuture& future, const AnyFuture& waiter) {
  future.core().add_awaited_by(waiter.core());
}

void future_discard_from_awaited_by(const AnyFuture& future, const AnyFuture& waiter) {
  future.core().discard_awaited_by(waiter.core());
}

namespace detail {

std::vector<FutureCore*> awaiters_of(FutureCore& future) {
  std::vector<FutureCore*> waiters;
  future.callbacks().each_backwards([&](Runnable& node) {
    if (FutureCore* waiter = node.awaiter()) waiters.push_back(waiter);
  });
  std::reverse(waiters.begin(), waiters.end());
  if (const auto* recorded = future.recorded_awaiters())
    for (const auto& waiter : *recorded) waiters.push_back(waiter.get());
  return waiters;
}

std::string describe_deadlock(const LoopCore& loop) {
  std::string text = "Deadlock: every task waits for something that will never come";
  for (auto* task = loop.tasks.front(); task; task = loop.tasks.after(*task)) {
    text += "\n  " + task->name() + " waits for ";
    text += task->waiting_on() ? task->waiting_on()->waiting_for() : "nothing";
    if (PromiseBase* innermost = task->innermost()) {
      const PromiseBase& frame = programs_frame(*innermost);
      text += " at " + std::string(file_name(frame.where)) + ':' + std::to_string(frame.where.line()) + " in " +
              std::string(function_name(frame.where)) + "()";
    }
  }
  return text;
}

}  // namespace detail
}  // namespace asyncio
