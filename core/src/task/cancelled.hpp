#pragma once

#include <exception>

#include "asyncio/detail/task/waitable.hpp"

namespace asyncio::detail {

/// What cancel() without an argument says.
inline const CancelMessage no_message;

/// A CancelledError. Without memory for the message it has none: a cancellation is never lost.
std::exception_ptr make_cancelled_error(const CancelMessage& message) noexcept;

}  // namespace asyncio::detail
