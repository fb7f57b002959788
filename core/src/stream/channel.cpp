#include "asyncio/detail/stream/channel.hpp"

#include <cerrno>

namespace asyncio::detail {

Channel::Output Channel::send_file(int, std::uint64_t, std::size_t) { return {0, ENOTSUP}; }

}  // namespace asyncio::detail
