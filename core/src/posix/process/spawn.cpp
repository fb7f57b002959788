#include "posix/process/spawn.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>

#include "asyncio/os_error.hpp"
#include "posix/process/accounts.hpp"
#include "posix/process/child_setup.hpp"

extern char** environ;  // NOLINT: POSIX wants it declared by its user

namespace asyncio::native {
namespace {

using detail::SubprocessSetup;
using subprocess::Redirect;

/// Where programs are without a PATH. Source: os.defpath.
constexpr const char* default_path = "/bin:/usr/bin";

[[noreturn]] void fail(int code, const std::string& name = {}) {
  const std::string text = std::generic_category().message(code);
  std::rethrow_exception(detail::os_error(code, name.empty() ? text : text + ": '" + name + "'"));
}

/// A copy that is none of the standard streams: those are replaced one after the other.
Descriptor copy_above_standard(int fd) {
  Descriptor copy(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
  if (!copy) fail(errno);
  return copy;
}

std::pair<Descriptor, Descriptor> make_pipe() {
  int ends[2];
#ifdef __linux__
  if (::pipe2(ends, O_CLOEXEC) != 0) fail(errno);
#else
  if (::pipe(ends) != 0) fail(errno);
  for (const int fd : ends) ::fcntl(fd, F_SETFD, FD_CLOEXEC);
#endif
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Nothing where pipes have one size.
void set_pipe_size(int pipe, int size) {
#ifdef F_SETPIPE_SZ
  if (size > 0 && ::fcntl(pipe, F_SETPIPE_SZ, size) < 0) fail(errno);
#else
  (void)pipe, (void)size;
#endif
}

/// The standard streams of a child.
class Streams {
 public:
  explicit Streams(const SubprocessSetup& options) : size_(options.pipesize) {
    open(0, options.input);
    open(1, options.output);
    open(2, options.errors);
  }
  std::array<int, 3> numbers() const noexcept { return {child_[0].get(), child_[1].get(), child_[2].get()}; }
  std::array<Descriptor, 3> take_pipes() { return std::move(ours_); }

 private:
  void open(std::size_t i, Redirect redirect) {
    switch (redirect.kind()) {
      case Redirect::Kind::inherit:
        return;
      case Redirect::Kind::pipe:
        return open_pipe(i);
      case Redirect::Kind::null_device: {
        const Descriptor null(::open("/dev/null", O_RDWR | O_CLOEXEC));
        if (!null) fail(errno, "/dev/null");
        child_[i] = copy_above_standard(null.get());
        return;
      }
      case Redirect::Kind::descriptor:
        child_[i] = copy_above_standard(redirect.descriptor());
        return;
      case Redirect::Kind::standard_output:
        if (i != 2) throw std::invalid_argument("STDOUT can only be used for stderr");
        child_[i] = copy_above_standard(child_[1] ? child_[1].get() : 1);
    }
  }

  void open_pipe(std::size_t i) {
    auto [reading, writing] = make_pipe();
    if (size_) set_pipe_size(writing.get(), *size_);
    child_[i] = copy_above_standard(i == 0 ? reading.get() : writing.get());
    ours_[i] = std::move(i == 0 ? writing : reading);
  }

  std::optional<int> size_;
  std::array<Descriptor, 3> child_;
  std::array<Descriptor, 3> ours_;
};

/// Strings as system calls take them: pointers, and null at the end.
class Pointers {
 public:
  explicit Pointers(std::vector<std::string> strings) : strings_(std::move(strings)) {
    for (std::string& text : strings_) {
      if (text.find('\0') != std::string::npos) throw std::invalid_argument("embedded null byte");
      pointers_.push_back(text.data());
    }
    pointers_.push_back(nullptr);
  }
  Pointers(const Pointers&) = delete;
  Pointers& operator=(const Pointers&) = delete;
  char* const* get() const noexcept { return pointers_.data(); }

 private:
  std::vector<std::string> strings_;
  std::vector<char*> pointers_;
};

std::vector<std::string> environment_of(const SubprocessSetup& options) {
  std::vector<std::string> all;
  if (!options.env) return all;
  for (const auto& [name, value] : *options.env) {
    if (name.find('=') != std::string::npos) throw std::invalid_argument("illegal environment variable name");
    all.push_back(name + '=' + value);
  }
  return all;
}

std::string search_path(const SubprocessSetup& options) {
  if (options.env) {
    const auto found = options.env->find("PATH");
    return found == options.env->end() ? default_path : found->second;
  }
  const char* path = std::getenv("PATH");
  return path ? path : default_path;
}

/// Where the program may be. Source: os.get_exec_path.
std::vector<std::string> candidates(const std::string& program, const SubprocessSetup& options) {
  if (program.find('/') != std::string::npos) return {program};
  std::vector<std::string> all;
  const std::string path = search_path(options);
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const std::string directory = path.substr(begin, end - begin);
    all.push_back(directory.empty() ? program : directory + '/' + program);
    begin = end + 1;
  }
  return all;
}

/// No signal reaches this thread meanwhile.
class SignalsBlocked {
 public:
  SignalsBlocked() noexcept {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  const sigset_t& before() const noexcept { return before_; }

 private:
  sigset_t before_;
};

pid_t start(ChildSetup& setup) {
  const SignalsBlocked blocked;
  setup.blocked = blocked.before();
#ifdef __linux__
  // This thread waits until the child has its program: no copy of the memory's tables is made. But to change who one is
  // concerns all threads of a memory.
  const bool own_memory = setup.user || setup.group || setup.extra_groups;
  // NOLINTNEXTLINE(bugprone-unsafe-functions): the child does nothing but become its program
  const pid_t pid = own_memory ? ::fork() : ::vfork();
#else
  const pid_t pid = ::fork();
#endif
  if (pid == 0) become_program(setup);
  if (pid < 0) fail(errno);
  return pid;
}

/// What the child says before it has its program; none if all is well.
std::optional<ChildFailure> failure_of(const Descriptor& from) {
  ChildFailure failure{};
  ssize_t count = 0;
  do {
    count = ::read(from.get(), &failure, sizeof failure);
  } while (count < 0 && try_again());
  if (count < 0) fail(errno);
  if (count != sizeof failure) return std::nullopt;
  return failure;
}

[[noreturn]] void fail(const ChildFailure& failure, const std::string& program, const SubprocessSetup& options) {
  switch (failure.step) {
    case ChildFailure::Step::directory:
      fail(failure.code, *options.cwd);
    case ChildFailure::Step::program:
      fail(failure.code, program);
    default:
      fail(failure.code);
  }
}

}  // namespace

Child spawn(const SubprocessSetup& options) {
  std::vector<std::string> args = options.args;
  if (options.shell) args.insert(args.begin(), {options.executable.value_or("/bin/sh"), "-c"});
  if (args.empty()) throw std::invalid_argument("a program must be named");
  if (options.cwd && options.cwd->find('\0') != std::string::npos) throw std::invalid_argument("embedded null byte");
  const std::string program = options.executable.value_or(args.front());
  const Accounts accounts(options);
  const Pointers argv(std::move(args));
  const Pointers environment(environment_of(options));
  const Pointers programs(candidates(program, options));
  Streams streams(options);
  auto [failure_in, failure_out] = make_pipe();
  Descriptor failure_fd = copy_above_standard(failure_out.get());
  failure_out.reset();

  ChildSetup setup{};
  setup.argv = argv.get();
  setup.envp = options.env ? environment.get() : environ;
  setup.programs = programs.get();
  setup.directory = options.cwd ? options.cwd->c_str() : nullptr;
  setup.streams = streams.numbers();
  setup.pass_fds = options.pass_fds;
  setup.new_session = options.start_new_session;
  setup.process_group = options.process_group;
  setup.user = accounts.user();
  setup.group = accounts.group();
  setup.extra_groups = accounts.extra_groups();
  if (options.umask) setup.umask = static_cast<mode_t>(*options.umask);
  setup.restore_signals = options.restore_signals;
  setup.failure_fd = failure_fd.get();
  const pid_t pid = start(setup);
  Child child(pid, streams.take_pipes());
  failure_fd.reset();
  if (const auto failure = failure_of(failure_in)) fail(*failure, program, options);
  return child;
}

Child::~Child() {
  if (pid_ == no_process) return;
  if (::kill(pid_, SIGKILL) != 0) return;
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace asyncio::native
