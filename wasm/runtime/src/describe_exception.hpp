#pragma once

/// \file
/// An exception in words: the name of its type as written in C++, and what it says.

#include <exception>
#include <string>

namespace asyncio::wasm {

struct ExceptionText {
  std::string type;
  /// Empty for a type that says nothing of itself: neither a std::exception nor an asyncio::BaseException, nor a text
  /// or a number.
  std::string what;
};

ExceptionText describe_exception(const std::exception_ptr& error);

}  // namespace asyncio::wasm
