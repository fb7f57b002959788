#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <string_view>

#include "asyncio/host.hpp"

namespace asyncio {
namespace {

/// A host for platforms on which the library has no I/O of its own: waits on a condition variable.
class ConditionHost final : public Host {
 public:
  TimePoint now() override { return TimePoint(std::chrono::steady_clock::now().time_since_epoch()); }

  void poll(std::optional<Duration> timeout) override {
    if (timeout && *timeout <= Duration::zero()) return;
    std::unique_lock lock(mutex_);
    const auto woken = [this] { return woken_; };
    if (timeout) {
      condition_.wait_for(lock, *timeout, woken);
    } else {
      condition_.wait(lock, woken);
    }
    woken_ = false;
  }

  void wake() override {
    std::lock_guard lock(mutex_);
    woken_ = true;
    condition_.notify_one();
  }

  bool may_wake() const override { return true; }

  bool prefers_virtual_time() const override {
    const char* clock = std::getenv("ASYNCIO_CLOCK");
    return clock && std::string_view(clock) == "virtual";
  }

 private:
  std::mutex mutex_;
  std::condition_variable condition_;
  bool woken_ = false;
};

}  // namespace

std::unique_ptr<Host> make_default_host() { return std::make_unique<ConditionHost>(); }

}  // namespace asyncio
