#pragma once

/// \file
/// `ExceptionGroup`. Source: PEP 654, Objects/exceptions.c.

#include <concepts>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace asyncio {

class ExceptionGroup;

namespace detail {

/// Says whether an exception is of the wanted type.
using ExceptionMatcher = bool (*)(const std::exception_ptr&);

template <class E>
bool matches(const std::exception_ptr& error);

}  // namespace detail

/// Several errors at once: what a TaskGroup throws. Groups nest.
class ExceptionGroup : public std::runtime_error {
 public:
  /// \throws std::invalid_argument if `exceptions` is empty.
  ExceptionGroup(std::string message, std::vector<std::exception_ptr> exceptions);

  /// Without the count that what() adds.
  const std::string& message() const noexcept { return message_; }
  /// The errors, some of which may be groups themselves.
  const std::vector<std::exception_ptr>& exceptions() const noexcept { return exceptions_; }
  /// The errors that are no groups, in order, however deep they lie.
  std::vector<std::exception_ptr> leaves() const;

  /// The group, in the same shape, of the errors that are an E; none if there are none.
  template <class E>
  std::optional<ExceptionGroup> subgroup() const {
    return split<E>().first;
  }
  /// What is an E, and the rest: what `except* E` takes, and what it passes on.
  template <class E>
  std::pair<std::optional<ExceptionGroup>, std::optional<ExceptionGroup>> split() const {
    return split_by(detail::matches<E>);
  }
  /// Calls `f` with each E, as `except* E` does. \returns the rest, to be thrown if there is one.
  template <class E, std::invocable<const E&> F>
  std::optional<ExceptionGroup> handle(F f) const {
    auto [match, rest] = split<E>();
    if (!match) return std::move(rest);
    for (const std::exception_ptr& leaf : match->leaves()) {
      try {
        std::rethrow_exception(leaf);
      } catch (const E& error) {
        f(error);
      }
    }
    return std::move(rest);
  }

 private:
  std::pair<std::optional<ExceptionGroup>, std::optional<ExceptionGroup>> split_by(
      detail::ExceptionMatcher wanted) const;

  std::string message_;
  std::vector<std::exception_ptr> exceptions_;
};

namespace detail {

/// Python's group is an Exception and no RuntimeError: only its C++ base class is one.
template <class E>
inline constexpr bool matches_groups = std::is_same_v<E, std::exception>;

template <class E>
bool matches(const std::exception_ptr& error) {
  if constexpr (!std::is_base_of_v<ExceptionGroup, E>) {
    try {
      std::rethrow_exception(error);
    } catch (const ExceptionGroup&) {
      return matches_groups<E>;
    } catch (const E&) {
      return true;
    } catch (...) {
      return false;
    }
  } else {
    try {
      std::rethrow_exception(error);
    } catch (const E&) {
      return true;
    } catch (...) {
      return false;
    }
  }
}

}  // namespace detail
}  // namespace asyncio
