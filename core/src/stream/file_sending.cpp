#include "stream/file_sending.hpp"

#include <algorithm>

#include "asyncio/exceptions.hpp"
#include "asyncio/os_error.hpp"
#include "stream/stream_transport.hpp"

namespace asyncio::detail {
namespace {

/// What the system takes at once.
constexpr std::size_t most_at_once = std::size_t{1} << 30U;

}  // namespace

FileSending::FileSending(StreamTransport& transport, const FileRange& range) : transport_(transport), range_(range) {
  transport_.begin_file(*this);
}

FileSending::~FileSending() { transport_.end_file(*this); }

bool FileSending::send(Channel& channel) noexcept {
  const std::size_t rest = range_.count ? *range_.count - sent_ : most_at_once;
  const auto output = channel.send_file(range_.file, range_.offset + sent_, std::min(rest, most_at_once));
  if (output.error) {
    waiter_.fail(error_of(output.error));
    return true;
  }
  sent_ += output.sent;
  const bool ended = output.ended || sent_ == range_.count;
  if (ended) waiter_.set();
  return ended;
}

std::exception_ptr FileSending::error_of(int code) const noexcept {
  try {
    // As in CPython: then it is the kind of file, most likely.
    if (sent_ == 0) throw SendfileNotAvailableError("os.sendfile call failed");
    return os_error(code);
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace asyncio::detail
