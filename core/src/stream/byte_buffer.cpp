#include "asyncio/detail/stream/byte_buffer.hpp"

#include <algorithm>
#include <utility>

namespace asyncio::detail {
namespace {

/// Above this, handing out the block itself is cheaper than a copy and a block that stays warm.
constexpr std::size_t copied_at_most = 4096;

}  // namespace

void ByteBuffer::clear() noexcept {
  data_.clear();
  head_ = 0;
}

void ByteBuffer::drop(std::size_t count) {
  head_ += count;
  if (head_ == data_.size()) return clear();
  if (head_ <= data_.size() / 2) return;
  data_.erase(0, head_);
  head_ = 0;
}

std::string ByteBuffer::take(std::size_t count) {
  count = std::min(count, size());
  if (count > copied_at_most && head_ == 0 && count == data_.size()) return std::exchange(data_, std::string());
  std::string bytes(view().substr(0, count));
  drop(count);
  return bytes;
}

}  // namespace asyncio::detail
