#pragma once

#include <cstddef>

/// What a process holds.
struct Footprint {
  std::size_t memory = 0;
  std::size_t descriptors = 0;
};

/// This process' own. \throws std::runtime_error where the system does not tell
Footprint footprint();
