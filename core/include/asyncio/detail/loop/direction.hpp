#pragma once

namespace asyncio::detail {

/// Which way a descriptor or channel is to be ready.
enum class Direction : unsigned char { read, write };

}  // namespace asyncio::detail
