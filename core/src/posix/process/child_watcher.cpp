#include "posix/process/child_watcher.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

#include "asyncio/log.hpp"
#include "asyncio/os_error.hpp"
#include "error/best_effort.hpp"
#include "loop/loop_inbox.hpp"
#include "loop/reactor.hpp"
#include "posix/loop/descriptor.hpp"
#ifdef __linux__
#include <sys/syscall.h>
#endif

namespace asyncio::native {
namespace {

/// What is told of a child whose end somebody else has asked for.
constexpr int unknown_code = 255;

/// As often as a signal interrupts it.
template <class F>
auto uninterrupted(F call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

int code_of(int status) noexcept { return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status); }

Descriptor open_process(pid_t pid) noexcept {
#ifdef SYS_pidfd_open
  return Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
#else
  (void)pid;
  return Descriptor();
#endif
}

/// The descriptor of a process is readable once that has ended.
class DescriptorWatcher final : public ChildWatcher, private detail::Runnable {
 public:
  DescriptorWatcher(detail::LoopCore& loop, pid_t pid, Callback ended, Descriptor process)
      : ChildWatcher(pid, std::move(ended)),
        reactor_(detail::require_reactor(loop, "create_subprocess_exec()")),
        process_(std::move(process)) {
    reactor_.watch(loop, process_.get(), detail::Direction::read, *this);
    take_over();
  }
  ~DescriptorWatcher() override { stop(); }

 private:
  void stop() noexcept {
    if (process_) reactor_.unwatch(process_.get(), detail::Direction::read, *this);
    process_.reset();
  }
  void run() override {
    stop();
    reap();
  }

  detail::Reactor& reactor_;
  Descriptor process_;
};

/// A thread waits, and leaves the child for the loop to reap: until then its number stays its own.
class ThreadWatcher final : public ChildWatcher {
 public:
  ThreadWatcher(detail::LoopCore& loop, pid_t child, Callback ended)
      : ChildWatcher(child, std::move(ended)), self_(std::make_shared<ThreadWatcher*>(this)) {
    // Made here: in the thread nothing may fail.
    auto call = [self = self_] {
      if (*self) (*self)->reap();
    };
    detail::Ref<detail::HandleCore> handle(
        new detail::HandleOf<decltype(call)>(detail::EmptyContext(), std::move(call)));
    std::thread([child, inbox = loop.inbox(), handle = std::move(handle)]() mutable {
      siginfo_t info;
      uninterrupted([&] { return ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT); });
      // A loop that is closed has given the child away.
      inbox->push(std::move(handle));
    }).detach();
    take_over();
  }
  ~ThreadWatcher() override { *self_ = nullptr; }

 private:
  /// Null once the watcher has gone; changed and read on the loop's thread only.
  std::shared_ptr<ThreadWatcher*> self_;
};

bool thread_is_chosen() noexcept {
  const char* choice = std::getenv("ASYNCIO_CHILD_WATCHER");
  return choice && std::string_view(choice) == "thread";
}

}  // namespace

ChildWatcher::~ChildWatcher() {
  if (!reaps_) return;
  if (uninterrupted([this] { return ::waitpid(pid_, nullptr, WNOHANG); }) != 0) return;
  try {
    std::thread([pid = pid_] { uninterrupted([pid] { return ::waitpid(pid, nullptr, 0); }); }).detach();
  } catch (...) {
    // Its number stays taken until this program ends: to wait here would be worse.
  }
}

void ChildWatcher::send_signal(int signal) const {
  if (!reaps_ || ::kill(pid_, signal) == 0 || errno == ESRCH) return;
  std::rethrow_exception(detail::os_error(errno));
}

void ChildWatcher::kill() const noexcept {
  if (reaps_) ::kill(pid_, SIGKILL);
}

void ChildWatcher::reap() {
  int status = 0;
  const pid_t found = uninterrupted([&] { return ::waitpid(pid_, &status, 0); });
  reaps_ = false;
  if (found != pid_) {
    detail::log(LogLevel::warning, detail::best_effort_text([this] {
                  return "child process pid " + std::to_string(pid_) +
                         " exit status already read:  will report returncode " + std::to_string(unknown_code);
                }));
  }
  const Callback ended = std::move(ended_);
  ended(found == pid_ ? code_of(status) : unknown_code);
}

std::unique_ptr<ChildWatcher> watch_child(detail::LoopCore& loop, pid_t pid, ChildWatcher::Callback ended) {
  if (!thread_is_chosen()) {
    if (Descriptor process = open_process(pid))
      return std::make_unique<DescriptorWatcher>(loop, pid, std::move(ended), std::move(process));
  }
  return std::make_unique<ThreadWatcher>(loop, pid, std::move(ended));
}

}  // namespace asyncio::native
