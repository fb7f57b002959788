#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// A call of a StreamReader.
struct Read {
  enum class Kind { read, read_into, exactly, exactly_into, line, next, until, kMaxValue = until };
  Kind kind = Kind::read;
  std::ptrdiff_t count = 0;
  std::vector<std::string> separators = {};
};

/// What came of it.
struct Outcome {
  std::string bytes = {};
  std::string error = {};
  std::size_t consumed = 0;
  bool operator==(const Outcome&) const = default;
};

/// What Lib/asyncio/streams.py does with a buffer, as plainly as it can be said: each look begins from the front.
class ReaderModel {
 public:
  explicit ReaderModel(std::size_t limit) : limit_(limit) {}

  std::string bytes;
  bool ended = false;

  void begin(const Read& read) {
    read_ = read;
    all_.clear();
  }

  /// The read's outcome, if it has one by now.
  std::optional<Outcome> look() {
    switch (read_.kind) {
      case Read::Kind::read:
      case Read::Kind::read_into:
        return read_.count < 0 ? to_end() : some();
      case Read::Kind::exactly:
      case Read::Kind::exactly_into:
        return exactly();
      case Read::Kind::line:
      case Read::Kind::next:
        return line();
      case Read::Kind::until:
        return until();
    }
    return std::nullopt;
  }

 private:
  struct Match {
    std::size_t begin;
    std::size_t end;
  };
  static constexpr const char* found_too_late = "Separator is found, but chunk is longer than limit";
  static constexpr const char* not_found = "Separator is not found, and chunk exceed the limit";

  std::string take(std::size_t count) {
    std::string taken = bytes.substr(0, count);
    bytes.erase(0, count);
    return taken;
  }

  std::optional<Outcome> to_end() {
    all_ += take(bytes.size());
    if (!ended) return std::nullopt;
    return Outcome{.bytes = all_};
  }

  std::optional<Outcome> some() {
    if (bytes.empty() && !ended && read_.count > 0) return std::nullopt;
    return Outcome{.bytes = take(static_cast<std::size_t>(read_.count))};
  }

  std::optional<Outcome> exactly() {
    if (read_.count < 0) return Outcome{.error = "readexactly size can not be less than zero"};
    const auto count = static_cast<std::size_t>(read_.count);
    if (bytes.size() >= count) return Outcome{.bytes = take(count)};
    if (!ended) return std::nullopt;
    return Outcome{.bytes = take(bytes.size()), .error = "incomplete"};
  }

  /// The match that ends first; of several that end there the shortest.
  std::optional<Match> find(const std::vector<std::string>& separators) const {
    for (std::size_t end = 1; end <= bytes.size(); ++end)
      for (const std::string& separator : separators)
        if (separator.size() <= end && bytes.compare(end - separator.size(), separator.size(), separator) == 0)
          return Match{end - separator.size(), end};
    return std::nullopt;
  }

  std::optional<Outcome> line() {
    if (const auto match = find({"\n"})) {
      const std::string taken = take(match->end);
      if (match->begin > limit_) return Outcome{.error = found_too_late};
      return Outcome{.bytes = taken};
    }
    if (bytes.size() > limit_) {
      bytes.clear();
      return Outcome{.error = not_found};
    }
    if (!ended) return std::nullopt;
    return Outcome{.bytes = take(bytes.size())};
  }

  std::optional<Outcome> until() {
    auto separators = read_.separators;
    std::ranges::sort(separators, {}, &std::string::size);
    if (separators.front().empty()) return Outcome{.error = "Separator should be at least one-byte string"};
    if (const auto match = find(separators)) {
      if (match->begin > limit_) return Outcome{.error = found_too_late, .consumed = match->begin};
      return Outcome{.bytes = take(match->end)};
    }
    // The last bytes may be the beginning of a separator.
    const std::size_t longest = separators.back().size();
    const std::size_t without = bytes.size() + 1 > longest ? bytes.size() + 1 - longest : 0;
    if (without > limit_) return Outcome{.error = not_found, .consumed = without};
    if (!ended) return std::nullopt;
    return Outcome{.bytes = take(bytes.size()), .error = "incomplete"};
  }

  std::size_t limit_;
  Read read_;
  /// What a read to the end has taken by now.
  std::string all_;
};
