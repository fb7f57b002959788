#pragma once

#include <exception>
#include <string>

namespace asyncio::detail {

/// The text that `make()` gives; where there is no memory for it, one that needs none. For what has to be told where
/// nothing may be thrown.
template <class Make>
std::string best_effort_text(Make make) noexcept {
  try {
    return make();
  } catch (...) {
    return "out of memory";
  }
}

}  // namespace asyncio::detail
