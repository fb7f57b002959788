/// \file
/// Where libc++'s checks end (packs/include/__assert): an index past the end, the value of an empty optional.

#include "ending.hpp"

extern "C" [[noreturn]] void asyncio_misuse_of_library(const char* message) noexcept {
  asyncio::wasm::end_by_misuse(message);
}
