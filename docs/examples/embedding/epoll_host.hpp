#pragma once

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <asyncio/host.hpp>
#include <functional>
#include <map>

/// What the program has already: a loop over epoll that calls a function when a descriptor is readable.
class EpollLoop {
 public:
  EpollLoop() : epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  EpollLoop(const EpollLoop&) = delete;
  EpollLoop& operator=(const EpollLoop&) = delete;
  ~EpollLoop() { ::close(epoll_); }

  void add(int fd, std::function<void()> readable) {
    functions_[fd] = std::move(readable);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
  }
  void remove(int fd) {
    ::epoll_ctl(epoll_, EPOLL_CTL_DEL, fd, nullptr);
    functions_.erase(fd);
  }
  /// \param timeout in milliseconds; -1: for ever
  void run_once(int timeout) {
    epoll_event events[16];
    const int n = ::epoll_wait(epoll_, events, 16, timeout);
    for (int i = 0; i < n; ++i) {
      const auto found = functions_.find(events[i].data.fd);
      // A copy, for it may remove itself.
      if (found != functions_.end()) std::function(found->second)();
    }
  }

 private:
  int epoll_;
  std::map<int, std::function<void()>> functions_;
};

/// Lets asyncio wait in it: where the loop has nothing to do, the program's own descriptors have their turn.
class EpollHost : public asyncio::Host {
 public:
  explicit EpollHost(EpollLoop& outer) : outer_(outer), wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    outer_.add(wake_, [this] {
      eventfd_t count = 0;
      ::eventfd_read(wake_, &count);
    });
  }
  ~EpollHost() override {
    outer_.remove(wake_);
    ::close(wake_);
  }

  asyncio::TimePoint now() override { return asyncio::TimePoint(std::chrono::steady_clock::now().time_since_epoch()); }
  void poll(std::optional<asyncio::Duration> timeout) override {
    // Rounded up: a timer must not be looked for before it is due.
    outer_.run_once(timeout ? static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(*timeout).count()) : -1);
  }
  void wake() override { ::eventfd_write(wake_, 1); }
  bool may_wake() const override { return true; }

 private:
  EpollLoop& outer_;
  int wake_;
};
