#include "asyncio/wait.hpp"

#include <memory>
#include <stdexcept>

#include "asyncio/detail/compose/gather_core.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/detail/task/waiter.hpp"
#include "asyncio/wait_for.hpp"

namespace asyncio::detail {
namespace {

class Waiting;

/// The done callback of one future that is waited for.
class Watch final : public Runnable {
 public:
  void run() override;
  FutureCore* awaiter() const noexcept override;

  Waiting* waiting = nullptr;
  FutureCore* future = nullptr;
};

/// One wait() under way, in its coroutine's frame. Its callbacks leave their lists with it.
class Waiting final : private Timer {
 public:
  Waiting(const std::vector<AnyFuture>& futures, const std::vector<std::size_t>& mentions, const WaitOptions& options)
      : waiter_("wait"),
        task_(current_task_core()),
        watches_(new Watch[mentions.size()]),
        left_(mentions.size()),
        return_when_(options.return_when) {
    LoopCore& loop = running_loop();
    if (options.timeout) loop.timers().add(*this, loop.time() + *options.timeout);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      watches_[i].waiting = this;
      watches_[i].future = &futures[mentions[i]].core();
      watches_[i].future->add_callback(watches_[i]);
    }
  }

  Waiter& waiter() noexcept { return waiter_; }
  FutureCore* task() const noexcept { return task_; }

  void future_done(FutureCore& future) {
    const bool failed = return_when_ == FIRST_EXCEPTION && !future.cancelled() && future.exception();
    if (--left_ > 0 && return_when_ != FIRST_COMPLETED && !failed) return;
    disarm();
    waiter_.set();
  }

 private:
  void run() override { waiter_.set(); }

  Waiter waiter_;
  FutureCore* task_;
  std::unique_ptr<Watch[]> watches_;
  std::size_t left_;
  ReturnWhen return_when_;
};

void Watch::run() { waiting->future_done(*future); }
FutureCore* Watch::awaiter() const noexcept { return waiting->task(); }

}  // namespace

Coro<std::vector<std::size_t>> wait_until(std::vector<AnyFuture> futures, WaitOptions options) {
  if (futures.empty()) throw std::invalid_argument("Set of Tasks/Futures is empty.");
  std::vector<std::size_t> mentions = first_mentions(futures);
  Waiting waiting(futures, mentions, options);
  throw_if(co_await waiting.waiter().wait());
  co_return mentions;
}

Coro<void> cancel_and_wait(AnyFuture future) {
  const std::vector<AnyFuture> futures(1, future);
  Waiting waiting(futures, {0}, {});
  future.cancel();
  throw_if(co_await waiting.waiter().wait());
}

}  // namespace asyncio::detail
