#pragma once

#include "asyncio/coro.hpp"
#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio::detail {

/// \see EventLoop::shutdown_asyncgens
Coro<void> shutdown_asyncgens(Ref<LoopCore> loop);

}  // namespace asyncio::detail
