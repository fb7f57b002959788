#pragma once

#include "asyncio/detail/task/waiter.hpp"

namespace asyncio::detail {

/// A place in a line that may also end with an error.
class FailableWaiter : public ListNode {
 public:
  /// \param what for people: "StreamWriter.drain"
  explicit FailableWaiter(const char* what) noexcept : waiter_(what) {}

  void set() noexcept { waiter_.set(); }
  void fail(const std::exception_ptr& error) noexcept {
    if (waiter_.set()) error_ = error;
  }
  Waiter::Awaiter wait() noexcept { return waiter_.wait(); }
  /// Throws what ended the wait, if it was not set(). \param interrupted what the await gave
  void finish(const std::exception_ptr& interrupted) const {
    throw_if(interrupted);
    throw_if(error_);
  }

 private:
  Waiter waiter_;
  std::exception_ptr error_;
};

}  // namespace asyncio::detail
