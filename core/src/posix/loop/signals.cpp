#include "posix/loop/signals.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <thread>

#include "asyncio/os_error.hpp"

namespace asyncio::native {
namespace {

#ifdef NSIG
constexpr int signal_limit = NSIG;
#else
constexpr int signal_limit = 65;
#endif
/// So many interrupts that no loop has taken note of end the program: it hangs in a function of its own.
constexpr int interrupts_of_a_hanging_program = 3;

struct Slot {
  std::atomic<SignalTarget*> target{nullptr};
  std::atomic<int> count{0};
  /// Handlers that have to do with the target just now, on whatever threads.
  std::atomic<int> telling{0};
  struct sigaction before{};
};

std::array<Slot, signal_limit> slots;

const std::thread::id main_thread = std::this_thread::get_id();

/// Runs in the signal's context: atomics and write() only.
void on_signal(int signal) {
  const int saved = errno;
  Slot& slot = slots[static_cast<std::size_t>(signal)];
  const int count = ++slot.count;
  ++slot.telling;
  if (SignalTarget* target = slot.target.load()) {
    target->arrived.store(true);
    const std::uint64_t one = 1;
    // A full pipe wakes as well.
    if (const int fd = target->wake_fd.load(); fd >= 0) [[maybe_unused]]
      const auto n = ::write(fd, &one, sizeof one);
  }
  --slot.telling;
  if (signal == SIGINT && count >= interrupts_of_a_hanging_program) {
    ::signal(SIGINT, SIG_DFL);
    ::raise(SIGINT);
  }
  errno = saved;
}

Slot& slot_of(int signal) {
  require_signal(signal);
  return slots[static_cast<std::size_t>(signal)];
}

/// Whether nobody has given the signal another handler since.
bool still_ours(int signal) noexcept {
  struct sigaction current{};
  return ::sigaction(signal, nullptr, &current) == 0 && !(current.sa_flags & SA_SIGINFO) &&
         current.sa_handler == on_signal;
}

}  // namespace

void require_signal(int signal) {
  if (signal <= 0 || signal >= signal_limit)
    throw std::invalid_argument("invalid signal number " + std::to_string(signal));
}

void catch_signal(int signal, SignalTarget& target) {
  Slot& slot = slot_of(signal);
  const bool ours = slot.target.load() != nullptr;
  if (!ours) slot.count = 0;
  struct sigaction action{};
  action.sa_handler = on_signal;
  // System calls of the program go on.
  action.sa_flags = SA_RESTART;
  struct sigaction before{};
  SignalTarget* const previous = slot.target.exchange(&target);
  if (::sigaction(signal, &action, &before) != 0) {
    const int code = errno;
    slot.target = previous;
    std::rethrow_exception(detail::os_error(code));
  }
  if (!ours) slot.before = before;
}

void release_signal(int signal, SignalTarget& target) noexcept {
  Slot& slot = slots[static_cast<std::size_t>(signal)];
  if (slot.target.load() == &target) {
    if (still_ours(signal)) ::sigaction(signal, &slot.before, nullptr);
    slot.target = nullptr;
  }
  // The target is about to go: a thread that has found it there still may be telling it.
  while (slot.telling.load() != 0) std::this_thread::yield();
}

void take_signals(SignalTarget& target, const std::function<void(int)>& f) {
  if (!target.arrived.exchange(false)) return;
  for (int signal = 1; signal < signal_limit; ++signal) {
    Slot& slot = slots[static_cast<std::size_t>(signal)];
    if (slot.target.load() != &target) continue;
    for (int count = slot.count.exchange(0); count > 0; --count) f(signal);
  }
}

bool signal_is_default(int signal) noexcept {
  struct sigaction current{};
  if (std::this_thread::get_id() != main_thread || ::sigaction(signal, nullptr, &current) != 0) return false;
  return !(current.sa_flags & SA_SIGINFO) && current.sa_handler == SIG_DFL;
}

}  // namespace asyncio::native
