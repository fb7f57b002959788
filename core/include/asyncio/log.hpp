#pragma once

/// \file
/// Where the library's warnings go: what Python gives to `warnings` and to `logging`.

#include <functional>
#include <string_view>

namespace asyncio {

/// How bad it is.
enum class LogLevel { warning, error };

/// Gets every line that the library would write to standard error. If it throws, the line goes to standard error after
/// all. Any thread may call it, several at once.
using LogHandler = std::function<void(LogLevel level, std::string_view text)>;

/// Replaces the handler; an empty one restores the default, which writes to standard error. A handler that runs just
/// now on another thread may still do so afterwards; what it owns dies with its last call. \returns the one before.
LogHandler set_log_handler(LogHandler handler);

namespace detail {

/// Writes a line through the handler.
void log(LogLevel level, std::string_view text) noexcept;

}  // namespace detail

}  // namespace asyncio
