#include "coroutine/suppress.hpp"

namespace asyncio::detail {

Coro<bool> suppress_nothing() { co_return false; }

}  // namespace asyncio::detail
