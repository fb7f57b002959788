#pragma once

/// \file
/// The latest records of a loop, in memory that is bounded.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

#include "trace/event_encoder.hpp"

namespace asyncio::detail {

/// Keeps pieces that can each be read by itself, and drops the oldest.
class EventRing final : public EventEncoder {
 public:
  explicit EventRing(std::size_t most_bytes) noexcept : most_bytes_(most_bytes) {}

  /// A whole log: docs/event-log.md.
  std::string bytes() const;
  /// Events that were kept no longer, or that there was no memory for.
  std::uint64_t dropped() const noexcept { return dropped_; }

 private:
  struct Piece {
    std::string records;
    std::uint64_t events = 0;
  };

  void write(const Record& record, std::string_view text) override;
  void begin_record() override;

  std::deque<Piece> pieces_;
  std::size_t most_bytes_;
  /// Of the pieces that are full.
  std::size_t bytes_ = 0;
  std::uint64_t dropped_ = 0;
};

}  // namespace asyncio::detail
