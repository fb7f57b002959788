#include "posix/loop/epoll_selector.hpp"

#ifdef __linux__

#include <sys/epoll.h>

#include <cerrno>
#include <new>
#include <vector>

#include "asyncio/os_error.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {
namespace {

constexpr std::size_t first_room = 64;
/// With more events than this, the rest comes in the next iteration.
constexpr std::size_t most_room = 4096;

std::uint32_t mask(Interest interest) noexcept {
  return (interest.read ? EPOLLIN : 0U) | (interest.write ? EPOLLOUT : 0U);
}

class EpollSelector final : public Selector {
 public:
  EpollSelector() : fd_(epoll_create1(EPOLL_CLOEXEC)) {
    if (!fd_) std::rethrow_exception(detail::os_error(errno));
    make_room(first_room);
  }

  void change(int fd, Interest before, Interest now) override {
    epoll_event event{};
    event.events = mask(now);
    event.data.fd = fd;
    const int operation = !now.any() ? EPOLL_CTL_DEL : before.any() ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    if (epoll_ctl(fd_.get(), operation, fd, &event) == 0) return;
    // Closed by the program and perhaps opened anew: the kernel has forgotten it.
    if (errno == ENOENT && now.any() && epoll_ctl(fd_.get(), EPOLL_CTL_ADD, fd, &event) == 0) return;
    if (now.any()) std::rethrow_exception(detail::os_error(errno));
  }

  std::span<const Event> wait(std::optional<Duration> timeout) override {
    events_.clear();
    const int count = epoll_wait(fd_.get(), raw_.data(), static_cast<int>(raw_.size()), to_milliseconds(timeout));
    // A signal ended it: who waits comes back.
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = raw_[static_cast<std::size_t>(i)];
      const bool readable = (event.events & ~static_cast<std::uint32_t>(EPOLLOUT)) != 0;
      const bool writable = (event.events & ~static_cast<std::uint32_t>(EPOLLIN)) != 0;
      events_.push_back({event.data.fd, readable, writable});
    }
    if (count == static_cast<int>(raw_.size()) && raw_.size() < most_room) make_more_room();
    return events_;
  }

 private:
  /// For both, so that a wait needs no memory.
  void make_room(std::size_t count) {
    events_.reserve(count);
    raw_.resize(count);
  }
  void make_more_room() noexcept {
    try {
      make_room(raw_.size() * 2);
    } catch (const std::bad_alloc&) {
      // Then the rest comes in the next iteration.
    }
  }

  Descriptor fd_;
  std::vector<epoll_event> raw_;
  std::vector<Event> events_;
};

}  // namespace

std::unique_ptr<Selector> make_epoll_selector() { return std::make_unique<EpollSelector>(); }

}  // namespace asyncio::native

#endif
