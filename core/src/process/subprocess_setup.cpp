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
      cwd(options.cwd),
      pass_fds(options.pass_fds.begin(), options.pass_fds.end()),
      start_new_session(options.start_new_session),
      process_group(options.process_group) {
  if (options.env.get()) env = *options.env.get();
}

}  // namespace asyncio::detail
