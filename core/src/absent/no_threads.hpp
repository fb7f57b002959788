#pragma once

namespace asyncio::detail {

/// \throws NotSupportedError
[[noreturn]] void no_threads();

}  // namespace asyncio::detail
