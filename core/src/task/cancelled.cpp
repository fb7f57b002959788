#include "task/cancelled.hpp"

#include <new>

#include "asyncio/exceptions.hpp"

namespace asyncio::detail {

std::exception_ptr make_cancelled_error(const CancelMessage& message) noexcept {
  std::exception_ptr error;
  try {
    error = std::make_exception_ptr(CancelledError(message));
  } catch (const std::bad_alloc&) {
    // Then there is one without the message.
  }
  // Where the copy of it fails, make_exception_ptr() gives the failure.
  return is_cancelled_error(error) ? error : std::make_exception_ptr(CancelledError());
}

}  // namespace asyncio::detail
