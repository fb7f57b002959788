#pragma once

/// \file
/// An exception as a text of many lines.

#include "coroutine/traceback.hpp"

namespace asyncio::detail {

/// As Python prints an exception: "Traceback (most recent call last):", a line for each coroutine of the program's own,
/// then `type: text`; the errors of a group, each with its own, in a tree. Of a nested exception
/// (`std::throw_with_nested`) the inner one comes first, as the cause. Ends without a line feed.
/// Source: Lib/traceback.py.
std::string format_exception(const std::exception_ptr& error, const TracebackRef& traceback);
/// An exception that nobody catches ends the program: writes that to standard error, once, if it is known which
/// coroutines it has left. Else nothing: what comes after this tells type and text.
void print_uncaught(const std::exception_ptr& error) noexcept;

}  // namespace asyncio::detail
