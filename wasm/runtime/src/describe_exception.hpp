#pragma once

/// \file
/// An exception in words: the name of its type as written in C++, and what it says.

#include <exception>
#include <string>

namespace asyncio::wasm {

struct ExceptionText {
  std::string type;
  /// Empty for a type that is neither a std::exception nor an asyncio::BaseException.
  std::string what;
};

ExceptionText describe_exception(const std::exception_ptr& error);

}  // namespace asyncio::wasm
