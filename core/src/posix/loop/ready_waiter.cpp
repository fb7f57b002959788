#include "posix/loop/ready_waiter.hpp"

#include "asyncio/detail/task/waiter.hpp"

namespace asyncio::native {
namespace {

/// Watches for as long as it lives.
class ReadyWaiter final : public detail::Runnable {
 public:
  ReadyWaiter(detail::Reactor& reactor, detail::LoopCore& loop, int fd, detail::Direction direction, const char* what)
      : reactor_(reactor), fd_(fd), direction_(direction), waiter_(what) {
    reactor.watch(loop, fd, direction, *this);
  }
  ~ReadyWaiter() { stop(); }

  void run() override {
    stop();
    waiter_.set();
  }
  detail::Waiter::Awaiter wait() noexcept { return waiter_.wait(); }

 private:
  void stop() noexcept {
    if (std::exchange(watching_, false)) reactor_.unwatch(fd_, direction_);
  }

  detail::Reactor& reactor_;
  int fd_;
  detail::Direction direction_;
  bool watching_ = true;
  detail::Waiter waiter_;
};

}  // namespace

Coro<void> wait_until_ready(int fd, detail::Direction direction, const char* what) {
  detail::LoopCore& loop = detail::running_loop();
  ReadyWaiter ready(detail::require_reactor(loop, what), loop, fd, direction, what);
  const auto interrupted = co_await ready.wait();
  detail::throw_if(interrupted);
}

}  // namespace asyncio::native
