#pragma once

/// \file
/// `testing::explore`: runs a program under many of the orders in which its tasks might run. Not part of `asyncio.hpp`.
/// Models: loom, shuttle, FoundationDB's simulation; in Python's asyncio the order is always first in, first out.

#include <sstream>

#include "asyncio/coro.hpp"
#include "asyncio/detail/testing/exploration.hpp"

namespace asyncio::testing {
namespace detail {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

/// Runs it and notes what it returns, if that can be printed.
template <class F>
Coro<void> run_and_note(F program) {
  if constexpr (Printable<typename decltype(program())::value_type>) {
    std::ostringstream text;
    text << co_await program();
    note(text.str());
  } else {
    co_await program();
  }
}

}  // namespace detail

/// Runs a program under one schedule, with virtual time, in a loop of its own.
/// \param program called for each run: a coroutine function without parameters
template <class F>
ScheduledRun run_scheduled(F program, const Schedule& schedule) {
  return detail::run_scheduled([program] { return detail::run_and_note(program); }, schedule);
}

/// Runs a program under many schedules, with virtual time: first in, first out; then with each single deviation, which
/// finds most races; then by chance. Groups the runs by what they gave, and makes the schedule of each group as simple
/// as it can be. With Catch2: `CHECK(asyncio::testing::explore(program));`
/// \param program called for each run: a coroutine function without parameters; what it shares with other runs is its
/// own affair
template <class F>
Exploration explore(F program, ExploreOptions options = {}) {
  return detail::explore([program] { return detail::run_and_note(program); }, options);
}

}  // namespace asyncio::testing
