#pragma once

#include "asyncio/coro.hpp"

namespace asyncio::detail {

/// What an aexit() returns that has done its work already.
Coro<bool> suppress_nothing();

}  // namespace asyncio::detail
