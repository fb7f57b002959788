#include "asyncio/event_log.hpp"

#include <ostream>

#include "trace/event_ring.hpp"

namespace asyncio {

EventLog::EventLog(std::size_t most_bytes) : ring_(std::make_unique<detail::EventRing>(most_bytes)) {}

EventLog::~EventLog() = default;

Observer& EventLog::observer() noexcept { return *ring_; }

std::string EventLog::bytes() const { return ring_->bytes(); }

std::uint64_t EventLog::dropped() const noexcept { return ring_->dropped(); }

void EventLog::save(std::ostream& out) const { out << bytes(); }

}  // namespace asyncio
