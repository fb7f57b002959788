#include "asyncio/detail/task/fan_out.hpp"

#include "task/cancel_request.hpp"

namespace asyncio::detail {

bool FanOut::cancel(const CancelMessage& message) { return CancelRequest(message).send(*this); }

}  // namespace asyncio::detail
