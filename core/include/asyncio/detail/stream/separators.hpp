#pragma once

/// \file
/// What `readuntil` looks for.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asyncio::detail {

/// One or several separators.
class Separators {
 public:
  /// \throws std::invalid_argument if it is empty
  explicit Separators(std::string_view separator);
  /// \throws std::invalid_argument if there is none, or an empty one
  explicit Separators(std::vector<std::string> separators);

  std::size_t shortest() const noexcept { return all_.empty() ? one_.size() : all_.front().size(); }
  std::size_t longest() const noexcept { return all_.empty() ? one_.size() : all_.back().size(); }

  struct Match {
    std::size_t begin;
    std::size_t end;
  };
  /// The match that ends first, at or after `offset`.
  std::optional<Match> find(std::string_view bytes, std::size_t offset) const noexcept;

 private:
  /// The usual case, which needs no allocation; unused if there are several.
  std::string one_;
  /// Several, the shortest first.
  std::vector<std::string> all_;
};

}  // namespace asyncio::detail
