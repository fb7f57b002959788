#include "asyncio/detail/loop/timer.hpp"

#include "asyncio/detail/loop/timer_queue.hpp"

namespace asyncio::detail {

void Timer::leave_timers() noexcept { timers_->remove(*this); }

}  // namespace asyncio::detail
