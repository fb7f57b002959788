#pragma once

#include <atomic>
#include <memory>

#include "asyncio/detail/loop/callback.hpp"

namespace asyncio::detail {

/// What call_soon_threadsafe() gives another thread: it can cancel the callback, and shares nothing else with it.
class RemoteHandle final : public HandleCore {
 public:
  explicit RemoteHandle(std::shared_ptr<std::atomic<bool>> cancelled)
      : HandleCore(EmptyContext()), cancelled_(std::move(cancelled)) {
    set_remote();
  }

 private:
  void invoke() override {}
  void cancel_elsewhere() noexcept override { cancelled_->store(true); }
  std::shared_ptr<std::atomic<bool>> cancelled_;
};

}  // namespace asyncio::detail
