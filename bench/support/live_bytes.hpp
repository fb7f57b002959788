#pragma once

#include <malloc.h>

#include <cstddef>

/// How many bytes of the heap are in use, with what malloc itself needs for them.
inline std::size_t live_bytes() {
#ifdef __EMSCRIPTEN__
  const auto info = mallinfo();
#else
  const auto info = mallinfo2();
#endif
  return static_cast<std::size_t>(info.uordblks) + static_cast<std::size_t>(info.hblkhd);
}
