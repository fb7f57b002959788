#pragma once

/// \file
/// What the destructor of an object does for those who wait for it.

#include "asyncio/detail/task/waiter.hpp"

namespace asyncio::detail {

void end_waits_in(List<Waiter>& line, const char* owner) noexcept;

/// Ends the waits in the line of an object that is being destroyed: each throws DestroyedError, in the iteration after
/// the next, so that the end of run() comes first and cancels them as it would in Python. In debug mode the exception
/// handler is told at once. \param owner for the message: "Queue". Must outlive the waits.
inline void end_waits(List<Waiter>& line, const char* owner) noexcept {
  if (!line.empty()) [[unlikely]]
    end_waits_in(line, owner);
}

}  // namespace asyncio::detail
