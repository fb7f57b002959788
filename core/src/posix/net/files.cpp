#include "stream/files.hpp"

#include <unistd.h>

#include <cerrno>
#include <vector>

#include "asyncio/detail/thread/thread_call.hpp"
#include "asyncio/os_error.hpp"

namespace asyncio::detail {

Coro<std::size_t> read_file(int file, std::uint64_t offset, std::span<char> into) {
  const std::size_t room = into.size();
  // A thread that nobody waits for any more may still write: so not into the caller's memory.
  auto call = [file, offset, room] {
    std::vector<char> data(room);
    const ssize_t count = ::pread(file, data.data(), room, static_cast<off_t>(offset));
    if (count < 0) std::rethrow_exception(os_error(errno));
    data.resize(static_cast<std::size_t>(count));
    return data;
  };
  const auto data = co_await run_in_thread<std::vector<char>>(std::move(call));
  std::copy(data.begin(), data.end(), into.begin());
  co_return data.size();
}

void move_file_position(int file, std::uint64_t offset) noexcept {
  ::lseek(file, static_cast<off_t>(offset), SEEK_SET);
}

}  // namespace asyncio::detail
