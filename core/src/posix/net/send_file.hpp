#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>

namespace asyncio::native {

/// Whether this system can send a file by itself.
#ifdef __linux__
inline constexpr bool sends_files = true;
#else
inline constexpr bool sends_files = false;
#endif

/// Sends a part of a file by a socket. \returns how many bytes, 0 at the file's end, or -1 and sets errno
ssize_t send_file(int socket, int file, std::uint64_t offset, std::size_t most) noexcept;

}  // namespace asyncio::native
