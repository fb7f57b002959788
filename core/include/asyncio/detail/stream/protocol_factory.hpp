#pragma once

#include <functional>

#include "asyncio/transport.hpp"

namespace asyncio::detail {

using ProtocolFactory = std::function<Ref<Protocol>()>;

}  // namespace asyncio::detail
