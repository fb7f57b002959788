#pragma once

/// \file
/// Opening files, and what the system calls that take a path have in common.

#include <cstdint>

#include "tree.hpp"

namespace asyncio::wasm::files {

/// From the first file on, reading and writing go to files, too.
void use_file_calls();

/// Where a path leads that is relative to an open folder, or to the current one (AT_FDCWD).
Place find_at(int folder, std::intptr_t path, LastLink last = LastLink::follow);

/// \returns a descriptor, or a negative error number
int open_at(int folder, std::intptr_t path, int flags, mode_t mode);

}  // namespace asyncio::wasm::files
