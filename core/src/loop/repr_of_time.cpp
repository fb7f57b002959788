#include "loop/repr_of_time.hpp"

#include <cstdio>

namespace asyncio {

std::string detail::repr_of(TimePoint time) {
  const double seconds = std::chrono::duration<double>(time.time_since_epoch()).count();
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", seconds);
  return text;
}

}  // namespace asyncio
