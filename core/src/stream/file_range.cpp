#include "stream/file_range.hpp"

#include <stdexcept>

namespace asyncio::detail {

void require_count(const FileRange& range) {
  if (range.count == 0U) throw std::invalid_argument("count must be a positive integer (got 0)");
}

}  // namespace asyncio::detail
