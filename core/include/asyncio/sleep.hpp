#pragma once

/// \file
/// `sleep`. Source: Lib/asyncio/tasks.py.

#include "asyncio/clock.hpp"
#include "asyncio/coro.hpp"

namespace asyncio {

/// Suspends the task for `delay`; for 0 or less, for exactly one iteration of the loop, without a timer. Cancellation
/// ends it at once and takes the timer away.
Coro<void> sleep(Duration delay);

/// The same, and gives `result`.
template <class T>
Coro<T> sleep(Duration delay, T result) {
  co_await sleep(delay);
  co_return std::move(result);
}

/// `sleep(0)`: lets everybody else who is ready run once.
Coro<void> yield_now();

}  // namespace asyncio
