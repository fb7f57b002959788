#include "posix/loop/ready_waiter.hpp"

#include "asyncio/detail/task/waiter.hpp"

namespace asyncio::native {
namespace {

/// Watches until it has been told, or is cancelled: at once, for the descriptor may be closed, and its number given
/// away, before the task hears of it.
class ReadyWaiter final : public detail::Runnable, public detail::Waiter {
 public:
  ReadyWaiter(detail::Reactor& reactor, detail::LoopCore& loop, int fd, detail::Direction direction, const char* what)
      : Waiter(what), reactor_(reactor), fd_(fd), direction_(direction) {
    reactor.watch(loop, fd, direction, *this);
  }
  ~ReadyWaiter() { stop(); }

  void run() override {
    stop();
    set();
  }
  bool cancel(const detail::CancelMessage& message) override {
    stop();
    return Waiter::cancel(message);
  }

 private:
  /// Its own watch alone: another one may have taken its place.
  void stop() noexcept {
    if (std::exchange(watching_, false)) reactor_.unwatch(fd_, direction_, *this);
  }

  detail::Reactor& reactor_;
  int fd_;
  detail::Direction direction_;
  bool watching_ = true;
};

}  // namespace

Coro<void> wait_until_ready(int fd, detail::Direction direction, const char* what) {
  detail::LoopCore& loop = detail::running_loop();
  detail::Reactor& reactor = detail::require_reactor(loop, what);
  reactor.require_unclaimed(fd);
  ReadyWaiter ready(reactor, loop, fd, direction, what);
  const auto interrupted = co_await ready.wait();
  detail::throw_if(interrupted);
}

}  // namespace asyncio::native
