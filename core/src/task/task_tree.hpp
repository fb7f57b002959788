#pragma once

/// \file
/// All tasks of a loop as text, for a person who asks a running program. Model: `python -m asyncio pstree`.

#include <string>

namespace asyncio::detail {

class LoopCore;

/// Who awaits whom: each task, below it the coroutines of the program in it with their lines, the innermost last, and
/// below that the tasks that it awaits, or what else it waits for. Of the loop's thread. What is too much is counted,
/// and what would confuse a terminal is replaced.
std::string describe_tasks(const LoopCore& loop);

}  // namespace asyncio::detail
