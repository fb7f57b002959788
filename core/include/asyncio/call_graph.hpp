#pragma once

/// \file
/// Who awaits whom. Source: Lib/asyncio/graph.py.

#include <iosfwd>
#include <source_location>
#include <string>
#include <vector>

#include "asyncio/task.hpp"

namespace asyncio {

/// One coroutine of a call stack: where it stands.
struct FrameCallGraphEntry {
  std::source_location frame;
  /// The coroutine function.
  std::string function;
};

/// A future, the coroutines in it, and those who wait for it.
struct FutureCallGraph {
  AnyFuture future;
  /// Innermost first.
  std::vector<FrameCallGraphEntry> call_stack;
  std::vector<FutureCallGraph> awaited_by;
};

struct GraphOptions {
  /// Of the current task, how many of the innermost callers do not count, the function that is called first: 1 leaves
  /// out nothing, 2 the coroutine that calls it, so that a coroutine that prints a graph does not stand in it.
  int depth = 1;
  /// How many of the outermost coroutines a stack may show; below 0: of the innermost; none: all.
  std::optional<int> limit = {};
};

/// The graph of those who, in the end, wait for `future`; of the current task if it names none. In a callback there is
/// none: then the graph's future names nothing. \throws std::runtime_error("no running event loop"); RecursionError
/// where they wait for each other in a circle, or a thousand in a row
FutureCallGraph capture_call_graph(AnyFuture future = {}, GraphOptions options = {});
/// The same as text, a line a coroutine.
std::string format_call_graph(AnyFuture future = {}, GraphOptions options = {});
/// The same, written to `out`.
void print_call_graph(std::ostream& out, AnyFuture future = {}, GraphOptions options = {});
/// To standard output.
void print_call_graph(AnyFuture future = {}, GraphOptions options = {});

/// Records that `waiter` waits for `future`, where the library cannot see it by itself.
void future_add_to_awaited_by(const AnyFuture& future, const AnyFuture& waiter);
/// Takes such a record back.
void future_discard_from_awaited_by(const AnyFuture& future, const AnyFuture& waiter);

namespace detail {

class LoopCore;

/// Those who wait for the future: tasks, and the futures of gather and shield.
std::vector<FutureCore*> awaiters_of(FutureCore& future);

/// "Deadlock: …" with a line for each unfinished task: its name, what it waits for, and where.
std::string describe_deadlock(const LoopCore& loop);

}  // namespace detail
}  // namespace asyncio
