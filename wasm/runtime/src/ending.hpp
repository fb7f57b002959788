#pragma once

/// \file
/// How a program ends before its time, with the reason told first.

#include <exception>
#include <string_view>

namespace asyncio::wasm {

/// Shows what was printed and traced so far.
void flush();

/// Tells of the exception. Needs no memory for a std::bad_alloc, as there is none then.
void report(const std::exception_ptr& error);

/// The program did what no program may: `what` says it. Ends it by a trap, whose call stack names the line.
[[noreturn]] void end_by_misuse(std::string_view what) noexcept;

/// No memory is left for `what`.
[[noreturn]] void end_without_memory(std::string_view what) noexcept;

}  // namespace asyncio::wasm
