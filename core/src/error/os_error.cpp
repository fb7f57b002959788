#include "asyncio/os_error.hpp"

#include <cerrno>

#include "asyncio/exceptions.hpp"

namespace asyncio {
namespace {

std::string text_of(int code, const std::string& message) {
  return "[Errno " + std::to_string(code) + "] " + (message.empty() ? std::generic_category().message(code) : message);
}

}  // namespace

OSError::OSError(int code, const std::string& message)
    : std::system_error(code, std::generic_category()), text_(text_of(code, message)) {}

std::exception_ptr detail::os_error(int code, const std::string& message) {
  switch (code) {
    case ECONNRESET:
      return std::make_exception_ptr(ConnectionResetError(code, message));
    case ECONNREFUSED:
      return std::make_exception_ptr(ConnectionRefusedError(code, message));
    case ECONNABORTED:
      return std::make_exception_ptr(ConnectionAbortedError(code, message));
    case EPIPE:
    case ESHUTDOWN:
      return std::make_exception_ptr(BrokenPipeError(code, message));
    case ENOENT:
      return std::make_exception_ptr(FileNotFoundError(code, message));
    case EACCES:
    case EPERM:
      return std::make_exception_ptr(PermissionError(code, message));
    case ENOTDIR:
      return std::make_exception_ptr(NotADirectoryError(code, message));
    case ESRCH:
      return std::make_exception_ptr(ProcessLookupError(code, message));
    case ECHILD:
      return std::make_exception_ptr(ChildProcessError(code, message));
    case EEXIST:
      return std::make_exception_ptr(FileExistsError(code, message));
    case EISDIR:
      return std::make_exception_ptr(IsADirectoryError(code, message));
    case EINTR:
      return std::make_exception_ptr(InterruptedError(code, message));
    case EAGAIN:
#if EWOULDBLOCK != EAGAIN
    case EWOULDBLOCK:
#endif
    case EALREADY:
    case EINPROGRESS:
      return std::make_exception_ptr(BlockingIOError(code, message));
    case ETIMEDOUT:
      return std::make_exception_ptr(TimeoutError(text_of(code, message)));
    default:
      return std::make_exception_ptr(OSError(code, message));
  }
}

}  // namespace asyncio
