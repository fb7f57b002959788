#pragma once

/// \file
/// The system's way to wait for many file descriptors at once.

#include <memory>
#include <optional>
#include <span>

#include "asyncio/clock.hpp"

namespace asyncio::native {

/// What to wait for with one descriptor.
struct Interest {
  bool read = false;
  bool write = false;
  bool any() const noexcept { return read || write; }
  friend bool operator==(const Interest&, const Interest&) = default;
};

/// Level-triggered: a descriptor is told of again as long as it is ready.
class Selector {
 public:
  virtual ~Selector() = default;

  struct Event {
    int fd;
    /// An error or hang-up counts as both.
    bool readable;
    bool writable;
  };
  /// The same before and after: the descriptor may be another one of that number. \throws OSError
  virtual void change(int fd, Interest before, Interest now) = 0;
  /// Waits; `std::nullopt`: for ever. What it gives lives until the next call.
  virtual std::span<const Event> wait(std::optional<Duration> timeout) = 0;
};

/// The one that the environment variable ASYNCIO_SELECTOR names, else the best one of this system.
/// \throws std::invalid_argument for one that this system does not have; OSError
std::unique_ptr<Selector> make_selector();

/// For the system calls: in milliseconds, rounded up so that nothing wakes before its time; -1 for ever.
int to_milliseconds(std::optional<Duration> timeout) noexcept;

}  // namespace asyncio::native
