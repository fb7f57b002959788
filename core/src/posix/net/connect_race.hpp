#pragma once

#include "asyncio/clock.hpp"
#include "posix/net/connect_attempt.hpp"

namespace asyncio::native {

/// Tries the addresses side by side: each begins when the one before has failed or `delay` after that has begun. Done
/// when one is connected or all have failed; the others are cancelled then, and waited for.
/// Source: Lib/asyncio/staggered.py, RFC 8305 section 5.
Coro<void> race(detail::Ref<ConnectPlan> plan, Duration delay);

}  // namespace asyncio::native
