#pragma once

#include <cstdint>
#include <vector>

/// `count` delays from 0 to just below `range`, in an order without order, and the same in every program: what
/// random-delays.mjs and random_delays.py in contenders/ give, too.
inline std::vector<std::int64_t> random_delays(long count, std::int64_t range) {
  std::vector<std::int64_t> delays;
  delays.reserve(static_cast<std::size_t>(count));
  std::uint32_t state = 1;
  for (long i = 0; i < count; ++i) {
    // Numerical Recipes' generator; its upper bits are the random ones.
    state = state * 1'664'525u + 1'013'904'223u;
    delays.push_back(
        static_cast<std::int64_t>(static_cast<double>(state) / 4'294'967'296.0 * static_cast<double>(range)));
  }
  return delays;
}
