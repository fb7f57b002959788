#include "asyncio/detail/process/subprocess_setup.hpp"

#include <type_traits>

namespace asyncio::detail {

// g++ 12 copies an aggregate in a co_await expression bit by bit.
static_assert(std::is_trivially_copyable_v<SubprocessOptions>);

SubprocessSetup::SubprocessSetup(std::vector<std::string> command, bool is_shell, const SubprocessOptions& options)
    : args(std::move(command)),
      shell(is_shell),
      input(options.stdin_),
      output(options.stdout_),
      errors(options.stderr_),
      executable(options.executable),
      cwd(options.cwd),
      pass_fds(options.pass_fds.begin(), options.pass_fds.end()),
      start_new_session(options.start_new_session),
      process_group(options.process_group),
      user(options.user),
      group(options.group),
      umask(options.umask),
      restore_signals(options.restore_signals),
      pipesize(options.pipesize) {
  if (options.extra_groups) extra_groups.emplace(options.extra_groups->begin(), options.extra_groups->end());
  if (options.env.get()) env = *options.env.get();
}

}  // namespace asyncio::detail
