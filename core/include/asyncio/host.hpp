#pragma once

/// \file
/// What an event loop needs of the world around it. `core` knows the operating system and the browser only through
/// this.

#include <cstddef>
#include <memory>
#include <optional>

#include "asyncio/clock.hpp"

namespace asyncio {

class EventLoop;
class Observer;
namespace detail {
class Network;
class Reactor;
}  // namespace detail

/// The world under one event loop: a clock, a way to wait, and a way to be woken. One host serves one loop.
class Host {
 public:
  virtual ~Host() = default;

  /// Monotonic real time.
  virtual TimePoint now() = 0;

  /// Waits for outside events (I/O, `wake()`) and hands their callbacks to the loop. Zero: look and return at once.
  /// `std::nullopt`: wait for ever. May return early.
  virtual void poll(std::optional<Duration> timeout) = 0;

  /// Makes a `poll()` that is under way, or the next one, return. The only member that any thread may call.
  virtual void wake() = 0;

  /// Whether something outside the loop could still make a callback ready. Where it is false and nothing is scheduled,
  /// the loop fails with `DeadlockError` instead of waiting for ever.
  virtual bool may_wake() const = 0;

  /// Whether a loop that was not told its clock is to use virtual time: what a person chose in the page.
  virtual bool prefers_virtual_time() const { return false; }

  /// Watches the loop from its beginning, until set_observer() puts another in its place.
  virtual Observer* observer() { return nullptr; }

  /// What opens connections; null where there are no sockets: then they lead through memory.
  virtual detail::Network* network() { return nullptr; }
  /// File descriptors and signals; null where there are none.
  virtual detail::Reactor* reactor() { return nullptr; }

  /// Runs the loop until it stops. The default calls `loop.run_burst()` over and over; a host whose own event loop is
  /// in charge (the browser) suspends here and lets that one call `loop.run_burst()`.
  virtual void drive(EventLoop& loop);
};

/// The host of this platform: `poll()` natively, JavaScript's event loop in WebAssembly. Each platform's library
/// defines it.
std::unique_ptr<Host> make_default_host();

}  // namespace asyncio
