#include "asyncio/host.hpp"

#include <time.h>

#include <atomic>
#include <cstdlib>
#include <string_view>

#include "asyncio/detail/loop/loop_core.hpp"
#include "posix/inspect/inspection.hpp"
#include "posix/loop/event_log_file.hpp"
#include "posix/loop/posix_reactor.hpp"
#include "posix/net/posix_network.hpp"
#include "schedule/scheduler.hpp"
#include "stream/network.hpp"

namespace asyncio::native {
namespace {

/// Looks at descriptors less often while the loop is busy with itself and they stay silent: after so many vain looks,
/// every second iteration, then every fourth, …
constexpr unsigned looks_in_vain = 8;
constexpr unsigned longest_skip = 64;

/// A clock that costs next to nothing and moves every few milliseconds.
std::int64_t coarse_tick() noexcept {
#ifdef CLOCK_MONOTONIC_COARSE
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
#else
  return std::chrono::steady_clock::now().time_since_epoch().count() / 4'000'000;
#endif
}

/// Decides whether a look at the descriptors can be left out while callbacks are ready.
class Patience {
 public:
  bool may_skip() noexcept {
    if (skips_left_ == 0) return false;
    --skips_left_;
    // However long callbacks take, nobody waits longer than a tick.
    if (coarse_tick() == tick_) return true;
    skips_left_ = 0;
    return false;
  }
  void looked(bool in_vain) noexcept {
    vain_ = in_vain ? vain_ + 1 : 0;
    if (vain_ < looks_in_vain) return;
    const unsigned exponent = vain_ - looks_in_vain + 1;
    skips_left_ = exponent < 7 ? (1U << exponent) - 1 : longest_skip;
    tick_ = coarse_tick();
  }

 private:
  unsigned vain_ = 0;
  unsigned skips_left_ = 0;
  std::int64_t tick_ = 0;
};

/// steady_clock, asked again only when a microsecond or so has passed since the last time: to ask the processor whether
/// it has costs a third of asking the clock.
class CachedClock {
 public:
  TimePoint now() noexcept {
#if defined(__x86_64__)
    const std::uint64_t ticks = __builtin_ia32_rdtsc();
    // A counter that went back, on another processor, is a long time ahead, too.
    if (ticks - read_at_ < trusted_ticks) return now_;
    read_at_ = ticks;
#endif
    now_ = TimePoint(std::chrono::steady_clock::now().time_since_epoch());
    return now_;
  }

 private:
#if defined(__x86_64__)
  static constexpr std::uint64_t trusted_ticks = 2'000;
  std::uint64_t read_at_ = 0;
#endif
  TimePoint now_{};
};

/// What `ASYNCIO_SCHEDULE` says, or null: one for all loops of the thread, which run one after the other.
detail::Scheduler* schedule_of_thread() {
  static thread_local std::unique_ptr<detail::Scheduler> scheduler;
  if (scheduler) return scheduler.get();
  if (const char* text = std::getenv("ASYNCIO_SCHEDULE"); text && *text)
    scheduler = std::make_unique<detail::Scheduler>(std::string_view(text));
  return scheduler.get();
}

/// The host of POSIX systems.
class PosixHost final : public Host {
 public:
  TimePoint now() override { return clock_.now(); }

  void poll(std::optional<Duration> timeout) override {
    if (inspection_ && inspection_->asked()) inspection_->answer();
    if (!timeout || *timeout > Duration::zero()) return wait(timeout);
    forget_wake();
    if (!reactor_.signalled()) {
      if (!reactor_.watches_descriptors() || patience_.may_skip()) return;
    }
    patience_.looked(reactor_.poll(Duration::zero()) == 0);
  }

  void wake() override {
    // A thread that finds the loop awake leaves the system call out: the loop looks before it sleeps.
    woken_.store(true);
    if (sleeping_.load()) reactor_.wake();
  }

  bool may_wake() const override { return true; }

  bool prefers_virtual_time() const override {
    const char* clock = std::getenv("ASYNCIO_CLOCK");
    return clock ? std::string_view(clock) == "virtual" : std::getenv("ASYNCIO_SCHEDULE") != nullptr;
  }

  void drive(EventLoop& loop) override {
    detail::running_loop().arranger = schedule_of_thread();
    Host::drive(loop);
  }

  Observer* observer() override { return log_.get(); }
  detail::Network* network() override { return &network_; }
  detail::Reactor* reactor() override { return &reactor_; }

 private:
  void wait(std::optional<Duration> timeout) {
    sleeping_.store(true);
    reactor_.poll(woken_.load() || reactor_.signalled() ? Duration::zero() : timeout);
    sleeping_.store(false);
    forget_wake();
    patience_ = Patience();
    if (inspection_ && inspection_->asked()) inspection_->answer();
  }

  /// What the waking thread has handed in is visible from here on. One that is missed here ends the next wait.
  void forget_wake() noexcept {
    if (woken_.load(std::memory_order_relaxed)) woken_.exchange(false);
  }

  std::unique_ptr<EventLogFile> log_ = EventLogFile::from_environment();
  PosixReactor reactor_;
  PosixNetwork network_{reactor_};
  Patience patience_;
  CachedClock clock_;
  std::atomic<bool> sleeping_{false};
  std::atomic<bool> woken_{false};
  /// Goes first: it wakes this host.
  std::unique_ptr<Inspection> inspection_ = Inspection::from_environment([this] { wake(); });
};

}  // namespace
}  // namespace asyncio::native

std::unique_ptr<asyncio::Host> asyncio::make_default_host() { return std::make_unique<native::PosixHost>(); }
