#pragma once

#include <asyncio/coro.hpp>
#include <asyncio/result.hpp>
#include <asyncio/runners.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// A small program that uses one part of the library, and checks that it gets what is right. It runs again and again,
/// and each time something else fails under it.
struct Scenario {
  const char* name;
  void (*run)();
};

// What there is, by what is under it. In files of the same names.

const std::vector<Scenario>& task_scenarios();
const std::vector<Scenario>& group_scenarios();
const std::vector<Scenario>& lock_scenarios();
const std::vector<Scenario>& callback_scenarios();
const std::vector<Scenario>& generator_scenarios();
const std::vector<Scenario>& memory_stream_scenarios();
const std::vector<Scenario>& thread_scenarios();
const std::vector<Scenario>& socket_scenarios();
const std::vector<Scenario>& process_scenarios();
const std::vector<Scenario>& tls_scenarios();

/// Runs each without a fault, so that what is made at the first use is made; then with each of its allocations failing
/// in turn, and checks what becomes of it.
void fail_each_allocation(const std::vector<Scenario>& scenarios);
/// The same with its system calls.
void fail_each_call(const std::vector<Scenario>& scenarios);

/// Something is not as it should be, though nobody has said why.
struct Wrong : std::logic_error {
  using std::logic_error::logic_error;
};
inline void require(bool right, const char* what) {
  if (!right) throw Wrong(what);
}

/// A loop to which nothing can come from outside, by virtual time.
std::unique_ptr<asyncio::EventLoop> make_lonely_loop();
/// A loop with the system's descriptors, by virtual time. Who waits for what does not come, or goes round for ever, is
/// noticed: \see Attempt.
std::unique_ptr<asyncio::EventLoop> make_native_loop();

/// \tparam main the program
template <asyncio::Coro<void> (*main)()>
void lonely() {
  asyncio::run(main(), {.loop_factory = make_lonely_loop});
}
template <asyncio::Coro<void> (*main)()>
void native() {
  asyncio::run(main(), {.loop_factory = make_native_loop});
}
/// \tparam Program has what its tasks share, which has to outlive all of them, and main().
template <class Program>
void lonely() {
  Program program;
  asyncio::run(program.main(), {.loop_factory = make_lonely_loop});
}
template <class Program>
void native() {
  Program program;
  asyncio::run(program.main(), {.loop_factory = make_native_loop});
}

/// Requires an E. Any other error is passed on: it may be the fault's.
template <class E, class T>
void require_error(const asyncio::Result<T>& result, const char* what) {
  if (!result.exception()) throw Wrong(what);
  try {
    std::rethrow_exception(result.exception());
  } catch (const E&) {
  }
}

/// How a scenario went under a fault.
struct Attempt {
  /// Null: all was right.
  std::exception_ptr error;
  /// Somebody waited for ever.
  bool stuck = false;
  /// What the log got. Lives until the next attempt.
  std::string_view log;
};
Attempt attempt(const Scenario& scenario);
