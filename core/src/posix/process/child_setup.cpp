#include "posix/process/child_setup.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#ifdef __linux__
#include <linux/close_range.h>
#include <sys/syscall.h>
#endif

namespace asyncio::native {
namespace {

constexpr int first_other_fd = 3;
/// What a shell says of a program that it cannot start.
constexpr int exit_code = 255;

[[noreturn]] void fail(const ChildSetup& setup, ChildFailure::Step step, int code) noexcept {
  const ChildFailure failure{step, code};
  // Without a reader there is nobody to tell.
  [[maybe_unused]] const ssize_t written = ::write(setup.failure_fd, &failure, sizeof failure);
  ::_exit(exit_code);
}

/// Handlers of this program would run on its memory.
void reset_signals(const ChildSetup& setup) noexcept {
  struct sigaction action{};
  for (int signal = 1; signal < NSIG; ++signal) {
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_DFL) continue;
    // Python, too, gives back what it ignores itself.
    if (action.sa_handler == SIG_IGN && (signal != SIGPIPE || !setup.restore_signals)) continue;
    action = {};
    action.sa_handler = SIG_DFL;
    ::sigaction(signal, &action, nullptr);
  }
  ::sigprocmask(SIG_SETMASK, &setup.blocked, nullptr);
}

bool close_all_by_range() noexcept {
#ifdef CLOSE_RANGE_CLOEXEC
  return ::syscall(SYS_close_range, first_other_fd, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
#else
  return false;
#endif
}

/// They are closed by the exec, so that until then a failure can be told.
void close_others_at_exec() noexcept {
  if (close_all_by_range()) return;
  const long most = ::sysconf(_SC_OPEN_MAX);
  for (int fd = first_other_fd; fd < most; ++fd) ::fcntl(fd, F_SETFD, FD_CLOEXEC);
}

bool set_up_descriptors(const ChildSetup& setup) noexcept {
  for (int i = 0; i < first_other_fd; ++i) {
    const int source = setup.streams[static_cast<std::size_t>(i)];
    if (source >= 0 && ::dup2(source, i) < 0) return false;
  }
  close_others_at_exec();
  for (const int fd : setup.pass_fds)
    if (::fcntl(fd, F_SETFD, 0) < 0) return false;
  return true;
}

bool set_up_groups(const ChildSetup& setup) noexcept {
  if (setup.new_session && ::setsid() < 0) return false;
  return !setup.process_group || ::setpgid(0, *setup.process_group) == 0;
}

/// The groups before the user, who may not change them any more.
bool set_up_accounts(const ChildSetup& setup) noexcept {
  if (const auto& groups = setup.extra_groups)
    if (::setgroups(groups->size(), groups->data()) != 0) return false;
  if (setup.group && ::setregid(*setup.group, *setup.group) != 0) return false;
  return !setup.user || ::setreuid(*setup.user, *setup.user) == 0;
}

/// \returns why none of them is a program
int execute(const ChildSetup& setup) noexcept {
  int first = 0;
  for (char* const* program = setup.programs; *program; ++program) {
    ::execve(*program, setup.argv, setup.envp);
    if (errno != ENOENT && errno != ENOTDIR && first == 0) first = errno;
  }
  return first ? first : errno;
}

}  // namespace

void become_program(const ChildSetup& setup) noexcept {
  using Step = ChildFailure::Step;
  if (!set_up_descriptors(setup)) fail(setup, Step::setup, errno);
  if (setup.directory && ::chdir(setup.directory) != 0) fail(setup, Step::directory, errno);
  if (setup.umask) ::umask(*setup.umask);
  reset_signals(setup);
  if (!set_up_groups(setup) || !set_up_accounts(setup)) fail(setup, Step::setup, errno);
  fail(setup, Step::program, execute(setup));
}

}  // namespace asyncio::native
