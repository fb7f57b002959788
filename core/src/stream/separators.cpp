#include "asyncio/detail/stream/separators.hpp"

#include <algorithm>
#include <stdexcept>

namespace asyncio::detail {
namespace {

void require_not_empty(std::size_t shortest) {
  if (shortest == 0) throw std::invalid_argument("Separator should be at least one-byte string");
}

}  // namespace

Separators::Separators(std::string_view separator) : one_(separator) { require_not_empty(one_.size()); }

Separators::Separators(std::vector<std::string> separators) : all_(std::move(separators)) {
  if (all_.empty()) throw std::invalid_argument("Separator should contain at least one element");
  std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  require_not_empty(all_.front().size());
}

std::optional<Separators::Match> Separators::find(std::string_view bytes, std::size_t offset) const noexcept {
  std::optional<Match> best;
  const auto look_for = [&](std::string_view separator) {
    const std::size_t begin = bytes.find(separator, offset);
    if (begin == std::string_view::npos) return;
    const std::size_t end = begin + separator.size();
    if (!best || end < best->end) best = Match{begin, end};
  };
  if (all_.empty()) look_for(one_);
  for (const std::string& separator : all_) look_for(separator);
  return best;
}

}  // namespace asyncio::detail
