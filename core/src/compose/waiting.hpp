#pragma once

#include <memory>
#include <vector>

#include "asyncio/detail/task/waiter.hpp"
#include "asyncio/wait.hpp"

namespace asyncio::detail {

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
  Waiting(const std::vector<AnyFuture>& futures, const std::vector<std::size_t>& mentions, const WaitOptions& options);

  Waiter& waiter() noexcept { return waiter_; }
  FutureCore* task() const noexcept { return task_; }

  void future_done(FutureCore& future);

 private:
  void run() override { waiter_.set(); }

  Waiter waiter_;
  FutureCore* task_;
  std::unique_ptr<Watch[]> watches_;
  std::size_t left_;
  ReturnWhen return_when_;
};

}  // namespace asyncio::detail
