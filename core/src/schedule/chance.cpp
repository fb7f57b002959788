#include "schedule/chance.hpp"

namespace asyncio::detail {

std::uint32_t Chance::next() noexcept {
  state_ += 0x9e3779b9U;
  std::uint32_t mixed = state_;
  mixed = (mixed ^ (mixed >> 16)) * 0x21f0aaadU;
  mixed = (mixed ^ (mixed >> 15)) * 0x735a2d97U;
  return mixed ^ (mixed >> 15);
}

}  // namespace asyncio::detail
