#pragma once

/// \file
/// What the JavaScript around the program offers; see docs/host-abi.md.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace asyncio::wasm::imports {

#define ASYNCIO_IMPORT(name) __attribute__((import_module("asyncio_host"), import_name(name)))

/// Milliseconds since the run began.
ASYNCIO_IMPORT("now") double now();
/// Returns when a tick answered -1.
ASYNCIO_IMPORT("run") void run();
ASYNCIO_IMPORT("trace") void trace(const std::byte* records, std::size_t size);
ASYNCIO_IMPORT("report")
void report(int kind, const char* type, std::size_t type_size, const char* what, std::size_t what_size);
/// Tells of a task, or of a timer (0), that iteration `iteration` could run sooner or later; `next_in_order`: asks
/// which of those that were told comes next, how many of them are to be passed over.
ASYNCIO_IMPORT("order") std::size_t order(int iteration, int task);
constexpr int next_in_order = -1;

#undef ASYNCIO_IMPORT

/// The kinds of report().
enum class Ending : int { exception = 0, deadlock = 1, misuse = 2, memory = 3 };

inline void report(Ending ending, std::string_view type, std::string_view what) {
  report(static_cast<int>(ending), type.data(), type.size(), what.data(), what.size());
}

}  // namespace asyncio::wasm::imports
