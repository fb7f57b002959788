#pragma once

/// \file
/// `EventLog`: what the tasks of a loop did, kept for later.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>

#include "asyncio/observer.hpp"

namespace asyncio {

namespace detail {
class EventRing;
}

/// Records what the tasks of one loop do, in memory: `loop.set_observer(&log.observer())` begins it and
/// `loop.set_observer(nullptr)` ends it. Bounded: the oldest events are dropped, and counted. The log must outlive the
/// loop, or its observation. The format, docs/event-log.md, is what a native program writes by
/// itself under `ASYNCIO_TRACE=FILE`, and what the playground opens.
class EventLog {
 public:
  /// \param most_bytes of events kept; 32 take one
  explicit EventLog(std::size_t most_bytes = std::size_t{64} << 20);
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;
  ~EventLog();

  /// What is to watch the loop. Used by the loop's thread.
  Observer& observer() noexcept;
  /// What was recorded so far. Call it on the loop's thread, or when the loop stands still.
  std::string bytes() const;
  /// How many of the oldest events are gone.
  std::uint64_t dropped() const noexcept;
  /// Writes bytes().
  void save(std::ostream& out) const;

 private:
  std::unique_ptr<detail::EventRing> ring_;
};

}  // namespace asyncio
