#pragma once

/// \file
/// How data is sent: without a signal to the process where the other end has closed.

#include <sys/socket.h>

namespace asyncio::native {

#ifdef MSG_NOSIGNAL
inline constexpr int send_flags = MSG_NOSIGNAL;
#else
// A program for such a system ignores SIGPIPE itself.
inline constexpr int send_flags = 0;
#endif

}  // namespace asyncio::native
