#pragma once

#include <algorithm>
#include <cstdlib>

/// How many there are of something in a benchmark: `full`, or less where the environment's BENCH_LARGEST says so. Tests
/// say so: they look whether a benchmark still works, not how fast it is.
inline long size(long full) {
  const char* largest = std::getenv("BENCH_LARGEST");
  return largest ? std::min(full, std::atol(largest)) : full;
}
