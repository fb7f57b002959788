#include "posix/loop/poll_selector.hpp"

#include <poll.h>

#include <algorithm>
#include <vector>

namespace asyncio::native {
namespace {

class PollSelector final : public Selector {
 public:
  void change(int fd, Interest, Interest now) override {
    const auto place = std::find_if(watched_.begin(), watched_.end(), [fd](const pollfd& p) { return p.fd == fd; });
    const auto events = static_cast<short>((now.read ? POLLIN : 0) | (now.write ? POLLOUT : 0));
    if (place == watched_.end()) {
      if (now.any()) add({fd, events, 0});
    } else if (now.any()) {
      place->events = events;
    } else {
      watched_.erase(place);
    }
  }

  std::span<const Event> wait(std::optional<Duration> timeout) override {
    events_.clear();
    const int count = ::poll(watched_.data(), static_cast<nfds_t>(watched_.size()), to_milliseconds(timeout));
    if (count <= 0) return events_;
    for (const pollfd& one : watched_)
      if (one.revents) events_.push_back({one.fd, (one.revents & ~POLLOUT) != 0, (one.revents & ~POLLIN) != 0});
    return events_;
  }

 private:
  void add(const pollfd& one) {
    watched_.push_back(one);
    try {
      // For all that a wait may find, so that it needs no memory.
      events_.reserve(watched_.capacity());
    } catch (...) {
      watched_.pop_back();
      throw;
    }
  }

  std::vector<pollfd> watched_;
  std::vector<Event> events_;
};

}  // namespace

std::unique_ptr<Selector> make_poll_selector() { return std::make_unique<PollSelector>(); }

}  // namespace asyncio::native
