#pragma once

/// \file
/// Errors of the operating system. Source: Python's OSError and its subclasses.

#include <exception>
#include <string>
#include <system_error>

namespace asyncio {

/// A call of the operating system failed: `code().value()` is its errno, what() reads "[Errno 104] Connection reset by
/// peer".
class OSError : public std::system_error {
 public:
  /// \param code an errno
  /// \param message empty: what the system says of the code
  explicit OSError(int code, const std::string& message = {});
  /// Without a code: the message alone.
  explicit OSError(std::string message) : std::system_error(std::error_code()), text_(std::move(message)) {}
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::string text_;
};

/// Something happened to a connection.
class ConnectionError : public OSError {
 public:
  using OSError::OSError;
};
/// The peer ended the connection.
class ConnectionResetError : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};
/// Nobody listens there.
class ConnectionRefusedError : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};
class ConnectionAbortedError : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};
/// Sent after the other end had closed.
class BrokenPipeError : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};
/// A file, program or directory is not there.
class FileNotFoundError : public OSError {
 public:
  using OSError::OSError;
};
/// The system does not allow it.
class PermissionError : public OSError {
 public:
  using OSError::OSError;
};
/// A path leads through something that is no directory.
class NotADirectoryError : public OSError {
 public:
  using OSError::OSError;
};
/// A process is not there, or not any more.
class ProcessLookupError : public OSError {
 public:
  using OSError::OSError;
};
/// A file or directory is there already.
class FileExistsError : public OSError {
 public:
  using OSError::OSError;
};
/// A path leads to a directory where a file is wanted.
class IsADirectoryError : public OSError {
 public:
  using OSError::OSError;
};
/// A child process is not there to be waited for.
class ChildProcessError : public OSError {
 public:
  using OSError::OSError;
};
/// A call would have had to wait, on what is not to be waited for.
class BlockingIOError : public OSError {
 public:
  using OSError::OSError;
};
/// A signal came during a call.
class InterruptedError : public OSError {
 public:
  using OSError::OSError;
};

namespace detail {

/// The error for an errno, of the class that Python would raise.
std::exception_ptr os_error(int code, const std::string& message = {});

}  // namespace detail
}  // namespace asyncio
