#include "stream/flow_control.hpp"

#include <stdexcept>
#include <string>

namespace asyncio::detail {

void FlowControl::set_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) {
  if (!high) high = low ? 4 * *low : 64 * 1024;
  if (!low) low = *high / 4;
  if (*high < *low) {
    throw std::invalid_argument("high (" + std::to_string(*high) + ") must be >= low (" + std::to_string(*low) +
                                ") must be >= 0");
  }
  high_ = *high;
  low_ = *low;
}

bool FlowControl::must_pause(std::size_t size) noexcept {
  if (paused_ || size <= high_) return false;
  return paused_ = true;
}

bool FlowControl::may_resume(std::size_t size) noexcept {
  if (!paused_ || size > low_) return false;
  paused_ = false;
  return true;
}

}  // namespace asyncio::detail
