#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace asyncio::detail {

/// A part of a file that is to be sent. The file is the caller's, and must stay open.
struct FileRange {
  int file;
  std::uint64_t offset;
  /// None: to the end of the file.
  std::optional<std::size_t> count;
};

/// \throws std::invalid_argument for a count of 0
void require_count(const FileRange& range);

}  // namespace asyncio::detail
