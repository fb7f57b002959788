#pragma once

#include "asyncio/subprocess_options.hpp"

namespace asyncio::detail {

/// How a child process is started. Owns what SubprocessOptions refer to.
struct SubprocessSetup {
  /// \param command a program and its arguments; or a shell's command alone
  SubprocessSetup(std::vector<std::string> command, bool is_shell, const SubprocessOptions& options);

  std::vector<std::string> args;
  bool shell;
  subprocess::Redirect input;
  subprocess::Redirect output;
  subprocess::Redirect errors;
  std::optional<std::string> cwd;
  std::optional<subprocess::Environment> env;
  std::vector<int> pass_fds;
  bool start_new_session;
  std::optional<int> process_group;
};

}  // namespace asyncio::detail
