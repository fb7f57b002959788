#pragma once

/// \file
/// What happens between the fork and the program.

#include <signal.h>
#include <sys/types.h>

#include <array>
#include <optional>
#include <span>

namespace asyncio::native {

/// All that the child needs, made before: from the fork on it may share this program's memory, so it allocates nothing.
struct ChildSetup {
  char* const* argv;
  char* const* envp;
  /// Where the program may be, in the order to try; ends with null.
  char* const* programs;
  /// Null: stay where we are.
  const char* directory;
  /// What becomes descriptor 0, 1 and 2; -1: what it is. None is below 3.
  std::array<int, 3> streams;
  std::span<const int> pass_fds;
  bool new_session;
  std::optional<pid_t> process_group;
  std::optional<uid_t> user;
  std::optional<gid_t> group;
  std::optional<std::span<const gid_t>> extra_groups;
  std::optional<mode_t> umask;
  /// Signals that are ignored for the library's sake do what they do by default.
  bool restore_signals;
  /// The signals that are blocked in the program.
  sigset_t blocked;
  /// Where a ChildFailure is written; closed by a program that starts.
  int failure_fd;
};

/// Why there is no program.
struct ChildFailure {
  enum class Step : int { setup, directory, program };
  Step step;
  int code;
};

/// Runs in the child. All signals are blocked.
[[noreturn]] void become_program(const ChildSetup& setup) noexcept;

}  // namespace asyncio::native
