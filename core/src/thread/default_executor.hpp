#pragma once

#include "asyncio/coro.hpp"
#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/executor.hpp"

namespace asyncio::detail {

/// The loop's default executor, made at the first use. \throws NotSupportedError where there are no threads;
/// std::runtime_error("Executor shutdown has been called")
Executor& default_executor(LoopCore& loop);
/// \see EventLoop::set_default_executor, EventLoop::shutdown_default_executor
void set_default_executor(LoopCore& loop, ThreadPool executor);
Coro<void> shutdown_default_executor(Ref<LoopCore> loop, std::optional<Duration> timeout);

}  // namespace asyncio::detail
