#include "trace/log_reader.hpp"

#include <cstring>

namespace asyncio::detail {

LogReader::LogReader(std::string_view bytes) {
  LogHeader header;
  const LogHeader expected;
  if (bytes.size() < sizeof(header)) return;
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic != expected.magic || header.version != expected.version) return;
  rest_ = bytes.substr(sizeof(header));
}

bool LogReader::next(Record& event) {
  while (rest_.size() >= sizeof(event) && rest_[0] != 0) {
    std::memcpy(&event, rest_.data(), sizeof(event));
    rest_.remove_prefix(sizeof(event));
    const auto [a, b, c, d] = event.values;
    if (event.kind == RecordKind::string) {
      const std::size_t padded = (std::size_t{b} + 7) / 8 * 8;
      if (padded > rest_.size()) return false;
      texts_[a] = rest_.substr(0, b);
      rest_.remove_prefix(padded);
    } else if (event.kind == RecordKind::frame) {
      // A caller was told of before, so there are no circles.
      frames_[event.subject] = {a < event.subject ? a : 0, c, d};
    } else {
      return true;
    }
  }
  return false;
}

std::string_view LogReader::text(std::uint32_t id) const noexcept {
  const auto found = texts_.find(id);
  return found == texts_.end() ? std::string_view() : found->second;
}

std::string LogReader::place(std::uint32_t frame) const {
  for (auto found = frames_.find(frame); found != frames_.end(); found = frames_.find(found->second.caller)) {
    const std::string_view path = text(found->second.file);
    if (path.empty() || path.starts_with("/usr/")) continue;
    return std::string(path.substr(path.rfind('/') + 1)) + ':' + std::to_string(found->second.line);
  }
  return {};
}

}  // namespace asyncio::detail
