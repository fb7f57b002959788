#pragma once

/// \file
/// Records what the tasks do for the page's timeline.

#include <array>
#include <cstddef>
#include <string_view>

#include "trace/event_encoder.hpp"

namespace asyncio::wasm {

/// Collects records and sends them in batches: when the buffer is full, and at each flush().
class TraceObserver final : public detail::EventEncoder {
 public:
  /// Sends what was collected.
  void flush();

 private:
  void write(const detail::Record& record, std::string_view text) override;
  /// Of the page, so that it agrees with the output's; before the loop runs the host's.
  double now_ms() override;
  void append(const void* bytes, std::size_t size);

  alignas(8) std::array<std::byte, 64 * 1024> buffer_;
  std::size_t used_ = 0;
};

/// The one observer of the program.
TraceObserver& trace_observer();

}  // namespace asyncio::wasm
