#include "trace/event_ring.hpp"

#include <algorithm>

namespace asyncio::detail {
namespace {

/// The more pieces there are, the less is dropped at once.
constexpr std::size_t pieces = 16;

std::string_view bytes_of(const auto& value) noexcept { return {reinterpret_cast<const char*>(&value), sizeof(value)}; }

}  // namespace

std::string EventRing::bytes() const {
  std::string all;
  const LogHeader header;
  all += bytes_of(header);
  if (dropped_ > 0) {
    const Record gap{.kind = RecordKind::dropped,
                     .values = {static_cast<std::uint32_t>(std::min<std::uint64_t>(dropped_, UINT32_MAX))}};
    all += bytes_of(gap);
  }
  for (const Piece& piece : pieces_) all += piece.records;
  return all;
}

void EventRing::write(const Record& record, std::string_view text) {
  const bool event = record.kind != RecordKind::string && record.kind != RecordKind::frame;
  try {
    if (pieces_.empty()) pieces_.emplace_back();
    std::string& records = pieces_.back().records;
    // A record is kept whole, or not at all.
    const std::size_t needed = records.size() + sizeof(Record) + padded(text.size());
    if (needed > records.capacity()) records.reserve(std::max(needed, 2 * records.capacity()));
    records += bytes_of(record);
    if (!text.empty()) records.append(text).append(padded(text.size()) - text.size(), '\0');
    if (event) ++pieces_.back().events;
  } catch (...) {
    if (event) ++dropped_;
  }
}

void EventRing::begin_record() {
  if (pieces_.empty() || pieces_.back().records.size() < most_bytes_ / pieces) return;
  begin_anew();
  bytes_ += pieces_.back().records.size();
  while (bytes_ > most_bytes_) {
    bytes_ -= pieces_.front().records.size();
    dropped_ += pieces_.front().events;
    pieces_.pop_front();
  }
  try {
    pieces_.emplace_back();
  } catch (...) {
    // The piece that is full grows on.
    if (!pieces_.empty()) bytes_ -= pieces_.back().records.size();
  }
}

}  // namespace asyncio::detail
