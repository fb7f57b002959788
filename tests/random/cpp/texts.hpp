#pragma once

#include <asyncio/result.hpp>
#include <exception>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

/// How values and exceptions are written in a trace, by Python's names; python/texts.py writes the same.

/// \param kind Python's name of a type
std::exception_ptr make_error(const std::string& kind, const std::string& message);
/// Whether Python's `except kind` takes it.
bool matches(const std::string& kind, const std::exception_ptr& error);

/// Type and message. What a message says of an object, from the "<" of its repr() on, is each library's own.
/// \param with_message also that of a CancelledError; see "messages" in limits.mjs.
std::string describe(const std::exception_ptr& error, bool with_message = false);
/// The part of a report's message that the libraries have in common.
std::string report_text(const std::string& message);

inline std::string text_of(bool value) { return value ? "True" : "False"; }
inline std::string text_of(int value) { return std::to_string(value); }
inline std::string text_of(std::monostate) { return "ok"; }
template <class T>
std::string text_of(const asyncio::Result<T>& result) {
  if (result.exception()) return "! " + describe(result.exception());
  if constexpr (std::is_void_v<T>) {
    return "ok";
  } else {
    return text_of(result.value());
  }
}
template <class T>
std::string text_of(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) text += (text.empty() ? "" : ", ") + text_of(value);
  return '[' + text + ']';
}
template <class A, class B>
std::string text_of(const std::tuple<A, B>& values) {
  return '[' + text_of(std::get<0>(values)) + ", " + text_of(std::get<1>(values)) + ']';
}
