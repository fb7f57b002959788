#pragma once

/// \file
/// Bytes on their way: appended at the end, taken from the front.

#include <cstddef>
#include <string>
#include <string_view>

namespace asyncio::detail {

/// A queue of bytes that lie in one piece. Taking from the front moves nothing until half of the room is unused.
class ByteBuffer {
 public:
  bool empty() const noexcept { return head_ == data_.size(); }
  std::size_t size() const noexcept { return data_.size() - head_; }
  std::string_view view() const noexcept { return std::string_view(data_).substr(head_); }

  void append(std::string_view bytes) { data_.append(bytes); }
  void clear() noexcept;
  /// Removes the first `count` bytes. \pre count <= size()
  void drop(std::size_t count);
  /// Removes and gives the first `count` bytes, or all there are.
  std::string take(std::size_t count);

 private:
  std::string data_;
  std::size_t head_ = 0;
};

}  // namespace asyncio::detail
