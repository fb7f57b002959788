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
  /// Owns its name.
  struct Account {
    explicit Account(subprocess::Account account) : id(account.id()), name(account.name()) {}
    /// Below 0: by its name.
    int id;
    std::string name;
  };

  std::optional<std::string> executable;
  std::optional<std::string> cwd;
  std::optional<subprocess::Environment> env;
  std::vector<int> pass_fds;
  bool start_new_session;
  std::optional<int> process_group;
  std::optional<Account> user;
  std::optional<Account> group;
  std::optional<std::vector<Account>> extra_groups;
  std::optional<int> umask;
  bool restore_signals;
  std::optional<int> pipesize;
};

}  // namespace asyncio::detail
