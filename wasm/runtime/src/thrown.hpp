#pragma once

/// \file
/// The exception that was thrown last, for a terminate handler: in WebAssembly, one that meets a noexcept function is
/// not "caught" when the handler runs, as it is natively, and std::current_exception() does not know it.

#include <exception>

namespace asyncio::wasm {

/// Meaningful only while it is in flight (std::uncaught_exceptions() is not 0).
std::exception_ptr latest_thrown() noexcept;

}  // namespace asyncio::wasm
