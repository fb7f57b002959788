#pragma once

/// \file
/// Numbers by chance that are the same everywhere, JavaScript included: wasm/run/chance.ts.

#include <cstddef>
#include <cstdint>

namespace asyncio::detail {

/// splitmix32. Model: Java's SplittableRandom (Steele, Lea, Flood).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) noexcept : state_(static_cast<std::uint32_t>(seed ^ (seed >> 32))) {}

  /// \pre count > 0 \returns less than `count`
  std::size_t below(std::size_t count) noexcept { return next() % count; }

 private:
  std::uint32_t next() noexcept;

  std::uint32_t state_;
};

}  // namespace asyncio::detail
