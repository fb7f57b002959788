#pragma once

/// \file
/// Source: _FlowControlMixin in Lib/asyncio/transports.py.

#include <optional>

#include "asyncio/transport.hpp"

namespace asyncio::detail {

/// High and low water mark of what waits to be sent, and whether the protocol was told to pause.
class FlowControl {
 public:
  /// \throws std::invalid_argument unless high >= low
  void set_limits(std::optional<std::size_t> high, std::optional<std::size_t> low);
  WriteTransport::WriteBufferLimits limits() const noexcept { return {low_, high_}; }

  /// Whether the protocol was told to pause.
  bool paused() const noexcept { return paused_; }
  /// Each says once when the mark was passed.
  bool must_pause(std::size_t size) noexcept;
  bool may_resume(std::size_t size) noexcept;

 private:
  std::size_t high_ = 64 * 1024;
  std::size_t low_ = 16 * 1024;
  bool paused_ = false;
};

}  // namespace asyncio::detail
