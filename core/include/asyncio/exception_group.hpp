#pragma once

/// \file
/// `ExceptionGroup`. Source: PEP 654, Objects/exceptions.c.

#include <concepts>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace asyncio {

class ExceptionGroup;

namespace detail {

class Traceback;

/// Says whether an exception is of the wanted type.
using ExceptionMatcher = bool (*)(const std::exception_ptr&);

template <class E>
bool matches(const std::exception_ptr& error);

using Tracebacks = std::vector<std::shared_ptr<const Traceback>>;
/// A group of errors that have left these coroutines.
ExceptionGroup make_traced_group(std::string message, std::vector<std::exception_ptr> exceptions,
                                 Tracebacks tracebacks);
/// Which coroutines the error in this place has left; null if that is not known.
std::shared_ptr<const Traceback> traceback_of_member(const ExceptionGroup& group, std::size_t index);

}  // namespace detail

/// Several errors at once: what a TaskGroup throws. Groups nest. what() is the summary() and the first errors: "… (2
/// sub-exceptions): std::runtime_error: no b; std::out_of_range: c".
class ExceptionGroup : public std::runtime_error {
 public:
  /// \throws std::invalid_argument if `exceptions` is empty.
  ExceptionGroup(std::string message, std::vector<std::exception_ptr> exceptions);

  const std::string& message() const noexcept { return message_; }
  /// The message and how many errors there are, as `str(group)` in Python.
  std::string summary() const;
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
  friend std::shared_ptr<const detail::Traceback> detail::traceback_of_member(const ExceptionGroup&, std::size_t);
  friend ExceptionGroup detail::make_traced_group(std::string, std::vector<std::exception_ptr>, detail::Tracebacks);
  std::pair<std::optional<ExceptionGroup>, std::optional<ExceptionGroup>> split_by(
      detail::ExceptionMatcher wanted) const;

  std::string message_;
  std::vector<std::exception_ptr> exceptions_;
  /// Which coroutines each has left, as far as it is known; may be shorter.
  detail::Tracebacks tracebacks_;
};

namespace detail {

/// The group that `error` is, or none.
std::optional<ExceptionGroup> as_group(const std::exception_ptr& error);

/// Python's group is an Exception and no RuntimeError: only its C++ base class is one.
template <class E>
inline constexpr bool matches_groups = std::is_same_v<E, std::exception> || std::is_base_of_v<ExceptionGroup, E>;

template <class E>
bool matches(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const E&) {
    if constexpr (matches_groups<E>) {
      return true;
    } else {
      return !as_group(error);
    }
  } catch (...) {
    return false;
  }
}

}  // namespace detail
}  // namespace asyncio
