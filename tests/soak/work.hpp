#pragma once

#include <asyncio/asyncio.hpp>
#include <random>

/// What a round does by chance; the same in each run.
using Chance = std::mt19937;

inline std::chrono::milliseconds some_milliseconds(Chance& chance, int most) {
  return std::chrono::milliseconds(std::uniform_int_distribution(0, most)(chance));
}

/// Tasks, timers, cancellation, timeouts, queues, locks, generators.
asyncio::Coro<void> work_with_tasks(Chance& chance);
/// A TCP server whose clients come, go and break off; connections through memory.
asyncio::Coro<void> work_with_connections(Chance& chance);
/// Children that are talked to, waited for and killed.
asyncio::Coro<void> work_with_processes(Chance& chance);
/// Calls in threads, and threads that call back.
asyncio::Coro<void> work_with_threads(Chance& chance);
