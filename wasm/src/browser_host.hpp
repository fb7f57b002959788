#pragma once

/// \file
/// The host of a program in WebAssembly: JavaScript's event loop is in charge, and calls asyncio_tick().

#include <exception>

#include "asyncio/event_loop.hpp"
#include "asyncio/host.hpp"

namespace asyncio::wasm {

/// What asyncio_configure() was told.
struct Configuration {
  bool trace = false;
  bool virtual_clock = false;
};
inline Configuration configuration;

/// Nothing but its own timers can wake a loop here: there is one thread, and no I/O.
class BrowserHost final : public Host {
 public:
  TimePoint now() override;
  /// JavaScript waits between the ticks; there is nothing to look at.
  void poll(std::optional<Duration>) override {}
  void wake() override {}
  bool may_wake() const override { return false; }
  bool prefers_virtual_time() const override { return configuration.virtual_clock; }
  Observer* observer() override;
  /// Suspends until a tick stops the loop. \throws what left the loop in that tick.
  void drive(EventLoop& loop) override;
};

/// Runs the loop that is being driven: the body of asyncio_tick(). Never throws, as JavaScript calls it.
double tick(double budget_ms) noexcept;

}  // namespace asyncio::wasm
