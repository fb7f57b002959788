#include "asyncio/clock.hpp"

#include "asyncio/detail/loop/loop_core.hpp"

namespace asyncio {

TimePoint Clock::now() { return detail::running_loop().time(); }

}  // namespace asyncio
