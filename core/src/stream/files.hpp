#pragma once

/// \file
/// Reading a file of the program's for somebody else: what a platform defines.

#include <span>

#include "asyncio/coro.hpp"
#include "stream/file_range.hpp"

namespace asyncio::detail {

/// What one read and one write take where a file cannot be sent by the system. Source: Lib/asyncio/constants.py.
inline constexpr std::size_t sendfile_block_size = 16 * 1024;

/// Reads from a place of a file, in a thread; the file's own position does not matter. \returns how many bytes; 0 at
/// the end. \throws OSError; NotSupportedError where there are no threads
Coro<std::size_t> read_file(int file, std::uint64_t offset, std::span<char> into);
/// Moves the file's own position to where a part that was sent has ended, if any was.
void move_file_position(int file, std::uint64_t offset) noexcept;

/// Moves the file's position however the sending ends.
class FilePosition {
 public:
  FilePosition(const FileRange& range, const std::size_t& sent) noexcept : range_(range), sent_(sent) {}
  FilePosition(const FilePosition&) = delete;
  FilePosition& operator=(const FilePosition&) = delete;
  ~FilePosition() {
    if (sent_ > 0) move_file_position(range_.file, range_.offset + sent_);
  }

 private:
  const FileRange& range_;
  const std::size_t& sent_;
};

}  // namespace asyncio::detail
