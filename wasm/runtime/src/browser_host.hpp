#pragma once

/// \file
/// The host of a program in WebAssembly: JavaScript's event loop is in charge, and calls asyncio_tick().

#include <cstddef>
#include <optional>

#include "asyncio/event_loop.hpp"
#include "asyncio/host.hpp"

namespace asyncio::wasm {

/// What asyncio_configure() was told, and whether the program has come to its main.
struct Configuration {
  bool trace = false;
  bool virtual_clock = false;
  /// Whether JavaScript says in which order loops run what is ready.
  bool ordered = false;
  bool main_began = false;
};
inline Configuration configuration;

/// How many things that JavaScript does for the program may still tell it something; see web/listener.hpp. Beside its
/// own timers nothing else can wake a loop here: there is one thread, and no I/O.
inline std::size_t outside_events = 0;

class BrowserHost final : public Host {
 public:
  TimePoint now() override;
  /// JavaScript waits, between the ticks; what comes from outside is in the loop's queue before a tick begins.
  void poll(std::optional<Duration> timeout) override { waits_ = !timeout; }
  void wake() override {}
  bool may_wake() const override { return outside_events > 0; }
  bool prefers_virtual_time() const override { return configuration.virtual_clock; }
  Observer* observer() override;
  /// Suspends until a tick stops the loop. \throws what left the loop in that tick. Ends the program before its main:
  /// JavaScript constructs the global objects in a call that cannot be suspended.
  void drive(EventLoop& loop) override;

  /// Whether the loop, in the iteration before, would have waited for ever: only something from outside can wake it.
  bool waits() const noexcept { return waits_; }

 private:
  bool waits_ = false;
};

/// Milliseconds since the run began, of the clock that was chosen for it: what events and output are told with.
double time_ms();

/// Runs the loop that is being driven: the body of asyncio_tick(). Never throws, as JavaScript calls it.
double tick(double budget_ms) noexcept;

}  // namespace asyncio::wasm
