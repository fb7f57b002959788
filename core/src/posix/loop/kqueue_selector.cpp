#include "posix/loop/kqueue_selector.hpp"

#if !defined(__linux__) && __has_include(<sys/event.h>)

#include <sys/event.h>
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "asyncio/os_error.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {
namespace {

/// With more events than this, the rest comes in the next iteration.
constexpr std::size_t room = 1024;

timespec to_timespec(Duration duration) noexcept {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration);
  timespec time{};
  time.tv_sec = static_cast<time_t>(seconds.count());
  time.tv_nsec = static_cast<long>(std::chrono::nanoseconds(duration - seconds).count());
  return time;
}

/// Each direction is a filter of its own, and gives an event of its own.
class KqueueSelector final : public Selector {
 public:
  KqueueSelector() : queue_(::kqueue()), raw_(room) {
    if (!queue_) std::rethrow_exception(detail::os_error(errno));
    events_.reserve(room);
  }

  void change(int fd, Interest before, Interest now) override {
    // The kernel forgets a descriptor that is closed.
    if (before == now) before = {};
    set(fd, EVFILT_READ, before.read, now.read);
    set(fd, EVFILT_WRITE, before.write, now.write);
  }

  std::span<const Event> wait(std::optional<Duration> timeout) override {
    events_.clear();
    timespec time{};
    if (timeout) time = to_timespec(std::max(*timeout, Duration::zero()));
    const int count =
        ::kevent(queue_.get(), nullptr, 0, raw_.data(), static_cast<int>(raw_.size()), timeout ? &time : nullptr);
    // A signal ended it: who waits comes back.
    for (int i = 0; i < count; ++i) {
      const struct kevent& event = raw_[static_cast<std::size_t>(i)];
      const bool write = event.filter == EVFILT_WRITE;
      events_.push_back({static_cast<int>(event.ident), !write, write});
    }
    return events_;
  }

 private:
  void set(int fd, short filter, bool before, bool now) {
    if (before == now) return;
    struct kevent change{};
    EV_SET(&change, static_cast<uintptr_t>(fd), filter, now ? EV_ADD : EV_DELETE, 0, 0, nullptr);
    if (::kevent(queue_.get(), &change, 1, nullptr, 0, nullptr) == 0) return;
    // Closed by the program: the kernel has forgotten it.
    if (now) std::rethrow_exception(detail::os_error(errno));
  }

  Descriptor queue_;
  std::vector<struct kevent> raw_;
  std::vector<Event> events_;
};

}  // namespace

std::unique_ptr<Selector> make_kqueue_selector() { return std::make_unique<KqueueSelector>(); }

}  // namespace asyncio::native

#endif
