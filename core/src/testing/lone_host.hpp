#pragma once

/// \file
/// The world under a loop whose schedules are explored: nothing comes from outside but what the program's own threads
/// hand in, so that a wait for ever is a deadlock. Connections lead through memory.

#include <condition_variable>
#include <memory>
#include <mutex>

#include "asyncio/event_loop.hpp"
#include "asyncio/host.hpp"

namespace asyncio::detail {

class LoneHost final : public Host {
 public:
  TimePoint now() override;
  void poll(std::optional<Duration> timeout) override;
  void wake() override;
  bool may_wake() const override;

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
  bool wake_ = false;
};

/// A loop with virtual time in such a world.
std::unique_ptr<EventLoop> make_lone_loop();

}  // namespace asyncio::detail
