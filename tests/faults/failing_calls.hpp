#pragma once

#include <cstddef>

#include "faulty_calls.hpp"

/// While it lives, the system calls that the library makes are counted, and one of them fails: those of this thread on
/// sockets and pipes, and the others of all threads, those of a child before it has its program among them.
class FailingCalls {
 public:
  /// \param number of the one that fails; 0: none does
  /// \param choice which of the errors that such a call can have
  explicit FailingCalls(long number = 0, std::size_t choice = 0);
  FailingCalls(const FailingCalls&) = delete;
  FailingCalls& operator=(const FailingCalls&) = delete;
  ~FailingCalls();

  /// Which one has failed: "epoll_ctl". Null: there were not as many.
  const char* failed() const noexcept;

 private:
  FaultyCalls data_calls_;
};
