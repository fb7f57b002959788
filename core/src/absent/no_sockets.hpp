#pragma once

namespace asyncio::detail {

/// \param call for the message. \throws NotSupportedError
[[noreturn]] void no_sockets(const char* call);

}  // namespace asyncio::detail
