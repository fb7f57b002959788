#include "browser_host.hpp"

#include <algorithm>
#include <exception>
#include <limits>
#include <utility>

#include "asyncio/detail/loop/loop_core.hpp"
#include "ending.hpp"
#include "host_order.hpp"
#include "imports.hpp"
#include "trace_observer.hpp"

namespace asyncio::wasm {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// A loop between the begin and the end of its drive().
struct Driven {
  BrowserHost& host;
  EventLoop& loop;
  /// What left the loop: thrown on the stack of drive(), not into JavaScript.
  std::exception_ptr error;
  bool ticking = false;
};

Driven* driven = nullptr;

HostOrder host_order;

/// Virtual time begins anew with each loop; what is told of it goes on from one to the next: how much has passed when
/// none runs, and how much of that is not of the loop that runs.
double passed = 0;
double passed_before = 0;

double ms_of(const EventLoop& loop) { return Milliseconds(loop.time().time_since_epoch()).count(); }

constexpr double stopped = -1;
constexpr double until_woken = std::numeric_limits<double>::infinity();

/// The time that a tick may take. To look at the clock is a call into JavaScript, which costs as much as a short
/// iteration; so there is one look for several iterations, for the more the less they take.
class Slice {
 public:
  explicit Slice(double budget_ms) : budget_(budget_ms), seen_(imports::now()), deadline_(seen_ + budget_ms) {}

  /// Called after each iteration.
  bool used_up() {
    if (--until_look_ > 0) return false;
    const double now = imports::now();
    const bool short_ones = now - seen_ < budget_ / 16;
    between_ = short_ones ? std::min(2 * between_, most_between) : 1;
    until_look_ = between_;
    seen_ = now;
    return now >= deadline_;
  }

 private:
  /// Iterations may become longer from one to the next: then so many make the slice too long, once.
  static constexpr int most_between = 64;

  double budget_;
  double seen_;
  double deadline_;
  int between_ = 1;
  int until_look_ = 1;
};

/// Iterations until nothing is ready or the time is used up. \returns as asyncio_tick().
double run_iterations(const BrowserHost& host, EventLoop& loop, double budget_ms) {
  Slice slice(budget_ms);
  do {
    // A timer of JavaScript may fire early. No delay at all: the loop itself says that this is a deadlock.
    const std::optional<Duration> delay = loop.next_delay();
    if (delay && *delay > Duration::zero()) return Milliseconds(*delay).count();
    if (!loop.run_once()) return stopped;
    if (host.waits()) return until_woken;
  } while (!slice.used_up());
  const std::optional<Duration> delay = loop.next_delay();
  // Nothing scheduled is for the next tick to report.
  return delay ? Milliseconds(*delay).count() : 0;
}

}  // namespace

double time_ms() {
  const EventLoop* loop = get_running_loop_or_null();
  if (configuration.virtual_clock) return loop ? passed_before + ms_of(*loop) : passed;
  return loop ? ms_of(*loop) : imports::now();
}

TimePoint BrowserHost::now() { return TimePoint(std::chrono::duration_cast<Duration>(Milliseconds(imports::now()))); }

Observer* BrowserHost::observer() { return configuration.trace ? &trace_observer() : nullptr; }

void BrowserHost::drive(EventLoop& loop) {
  if (!configuration.main_began) {
    end_by_misuse(
        "an event loop was run before main(), by the constructor of a global object; here that is possible only from "
        "main() on");
  }
  Driven self{*this, loop, nullptr, false};
  driven = &self;
  if (configuration.ordered) loop.core().arranger = &host_order;
  passed_before = passed - ms_of(loop);
  imports::run();
  passed = passed_before + ms_of(loop);
  driven = nullptr;
  if (self.error) std::rethrow_exception(std::move(self.error));
}

double tick(double budget_ms) noexcept {
  if (!driven) return stopped;
  if (std::exchange(driven->ticking, true)) end_by_misuse("asyncio_tick() was called by the program itself");
  double next = stopped;
  try {
    next = run_iterations(driven->host, driven->loop, budget_ms);
  } catch (...) {
    driven->error = std::current_exception();
  }
  if (configuration.trace) trace_observer().flush();
  driven->ticking = false;
  return next;
}

}  // namespace asyncio::wasm

namespace asyncio {

std::unique_ptr<Host> make_default_host() { return std::make_unique<wasm::BrowserHost>(); }

}  // namespace asyncio

extern "C" __attribute__((export_name("asyncio_tick"))) double asyncio_tick(double budget_ms) {
  return asyncio::wasm::tick(budget_ms);
}

extern "C" __attribute__((export_name("asyncio_time"))) double asyncio_time() { return asyncio::wasm::time_ms(); }
