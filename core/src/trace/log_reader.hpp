#pragma once

/// \file
/// Reads what EventEncoder wrote: docs/event-log.md.

#include <string>
#include <string_view>
#include <unordered_map>

#include "trace/records.hpp"

namespace asyncio::detail {

/// Gives the events one after the other, and knows the texts and places that they name.
class LogReader {
 public:
  explicit LogReader(std::string_view bytes);

  /// The next event. \returns false at the end, and where nothing more can be understood
  bool next(Record& event);
  /// Empty if nobody told of it.
  std::string_view text(std::uint32_t id) const noexcept;
  /// "main.cpp:12" of a frame, or of the innermost that calls it and is not the system's; empty if none is.
  std::string place(std::uint32_t frame) const;

 private:
  struct Frame {
    std::uint32_t caller;
    std::uint32_t file;
    std::uint32_t line;
  };

  std::string_view rest_;
  std::unordered_map<std::uint32_t, std::string_view> texts_;
  std::unordered_map<std::uint32_t, Frame> frames_;
};

}  // namespace asyncio::detail
