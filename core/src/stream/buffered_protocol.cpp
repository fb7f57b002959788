#include "asyncio/buffered_protocol.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace asyncio {

std::span<std::byte> BufferedProtocol::require_buffer(std::ptrdiff_t size_hint) {
  const std::span<std::byte> buffer = get_buffer(size_hint);
  if (buffer.empty()) throw std::runtime_error("get_buffer() returned an empty buffer");
  return buffer;
}

void BufferedProtocol::data_received(std::string_view data) {
  while (!data.empty()) {
    const std::span<std::byte> buffer = require_buffer(static_cast<std::ptrdiff_t>(data.size()));
    const std::size_t count = std::min(buffer.size(), data.size());
    std::memcpy(buffer.data(), data.data(), count);
    data.remove_prefix(count);
    buffer_updated(count);
  }
}

}  // namespace asyncio
