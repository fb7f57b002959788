#pragma once

/// \file
/// `Result<T>`: how something ended, as a value.

#include <exception>

#include "asyncio/detail/base/storage.hpp"
#include "asyncio/exception_group.hpp"

namespace asyncio {

/// A value or the exception that came instead: what `gather(return_exceptions, …)` and `capture()` give.
template <class T>
class [[nodiscard]] Result {
 public:
  Result() = default;
  Result(std::exception_ptr error) noexcept : error_(std::move(error)) {}
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
    if (error_) std::rethrow_exception(error_);
    return *this;
  }
  const Result& check() const {
    if (error_) std::rethrow_exception(error_);
    return *this;
  }

  detail::Storage<T> value_;
  std::exception_ptr error_;
};

}  // namespace asyncio
