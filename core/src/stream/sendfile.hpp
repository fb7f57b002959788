#pragma once

#include "asyncio/coro.hpp"
#include "asyncio/transport.hpp"
#include "stream/file_range.hpp"

namespace asyncio::detail {

/// \see EventLoop::sendfile
Coro<std::size_t> sendfile(Ref<WriteTransport> transport, FileRange range, bool fallback);

}  // namespace asyncio::detail
