#pragma once

/// \file
/// `Result<T>`: how something ended, as a value.

#include <exception>

#include "asyncio/detail/base/storage.hpp"
#include "asyncio/exception_group.hpp"

namespace asyncio {
namespace detail {

std::shared_ptr<const Traceback> traceback_of(const std::exception_ptr& error) noexcept;
[[noreturn]] void rethrow(const std::exception_ptr& error, const std::shared_ptr<const Traceback>& traceback);

}  // namespace detail

/// A value or the exception that came instead: what `gather(return_exceptions, …)` and `capture()` give.
template <class T>
class Result {
 public:
  Result() = default;
  Result(std::exception_ptr error) noexcept : error_(std::move(error)), traceback_(detail::traceback_of(error_)) {}
  Result(std::exception_ptr error, std::shared_ptr<const detail::Traceback> traceback) noexcept
      : error_(std::move(error)), traceback_(std::move(traceback)) {}
  Result(detail::Storage<T> value) : value_(std::move(value)) {}

  bool has_value() const noexcept { return !error_; }
  explicit operator bool() const noexcept { return has_value(); }

  /// Whether it is an exception, and an E. As for `except`: of ExceptionGroup, only its own class counts.
  template <class E>
  bool holds() const {
    return error_ && detail::matches<E>(error_);
  }
  /// The exception, or null.
  const std::exception_ptr& exception() const noexcept { return error_; }

  /// The value. \throws the exception, if there is one.
  decltype(auto) value() & { return check().value_.get(); }
  decltype(auto) value() const& { return check().value_.get(); }
  T value() && { return check().value_.take(); }
  /// The same, by asyncio's name.
  decltype(auto) result() const& { return check().value_.get(); }
  T result() && { return check().value_.take(); }

  decltype(auto) operator*() & { return check().value_.get(); }
  decltype(auto) operator*() const& { return check().value_.get(); }
  T operator*() && { return check().value_.take(); }
  auto* operator->()
    requires std::is_object_v<T>
  {
    return &check().value_.get();
  }

 private:
  Result& check() {
    if (error_) detail::rethrow(error_, traceback_);
    return *this;
  }
  const Result& check() const {
    if (error_) detail::rethrow(error_, traceback_);
    return *this;
  }

  detail::Storage<T> value_;
  std::exception_ptr error_;
  /// Which coroutines the error has left, as far as it is known.
  std::shared_ptr<const detail::Traceback> traceback_;
};

}  // namespace asyncio
