#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Reads an event log as docs/event-log.md says it, without the library: one line of words for each event.
class LogReader {
 public:
  explicit LogReader(std::string_view bytes) : rest_(bytes) {
    if (rest_.substr(0, 8) != "ASYNCLOG" || number(8) != 1) throw std::runtime_error("not an event log");
    rest_.remove_prefix(16);
    while (rest_.size() >= 32 && rest_[0] != 0) read();
  }

  const std::vector<std::string>& lines() const { return lines_; }
  /// What was done to resources: "main acquired lock 1, 0 in main:12".
  const std::vector<std::string>& uses() const { return uses_; }
  /// "set for 1 s", "fired", "cancelled".
  const std::vector<std::string>& timers() const { return timers_; }
  bool ended_by_zeros() const { return !rest_.empty(); }

 private:
  std::uint32_t number(std::size_t at) const {
    std::uint32_t value = 0;
    std::memcpy(&value, rest_.data() + at, sizeof(value));
    return value;
  }
  std::size_t byte(std::size_t at) const { return static_cast<unsigned char>(rest_[at]); }
  std::uint32_t value(std::size_t index) const { return number(16 + 4 * index); }
  const std::string& text(std::size_t index) const { return texts_.at(value(index)); }
  std::string task(std::uint32_t id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? std::to_string(id) : found->second;
  }
  /// "inner < outer"
  std::string stack(std::uint32_t frame) const {
    std::string words;
    for (; frame != 0; frame = frames_.at(frame).first)
      words += (words.empty() ? "" : " < ") + frames_.at(frame).second;
    return words;
  }

  std::string use(std::uint32_t task_id) {
    const std::size_t act = byte(1);
    const auto name = [this](std::uint32_t id) {
      return std::to_string(resources_.emplace(id, resources_.size() + 1).first->second);
    };
    static const std::vector<std::string> acts{"made", "destroyed", "joined",   "awaited", "acquired", "released",
                                               "set",  "cleared",   "notified", "put",     "taken",    "arrived"};
    static const std::vector<std::string> types{"lock", "semaphore", "condition", "event", "queue", "barrier"};
    const std::string words = task(task_id) + ' ' + acts.at(act) + ' ' + types.at(byte(2)) + ' ' + name(value(0));
    if (act == 1) resources_.erase(value(0));
    if (act == 2) return words + " to " + name(value(1));
    return words + " (" + std::to_string(value(1)) + ')' + (value(2) ? " in " + frames_.at(value(2)).second : "");
  }

  void read() {
    const int kind = rest_[0];
    const std::uint32_t subject = number(4);
    std::size_t size = 32;
    switch (kind) {
      case 1:
        texts_[value(0)] = rest_.substr(32, value(1));
        size += (value(1) + 7) / 8 * 8;
        break;
      case 2:
        lines_.push_back("iteration " + std::to_string(value(1)));
        break;
      case 3:
        names_[subject] = text(0);
        lines_.push_back(task(subject) + " runs " + text(2) + ", made by " + task(value(1)) + " in " + stack(value(3)) +
                         (rest_[1] ? ", eager" : ""));
        break;
      case 4:
        lines_.push_back(task(subject) + " {");
        break;
      case 5:
        lines_.push_back(task(subject) + " }");
        break;
      case 6:
        lines_.push_back(task(subject) + " waits for " + text(0) + (value(1) ? " (" + task(value(1)) + ")" : "") +
                         " in " + stack(value(2)));
        break;
      case 7:
        lines_.push_back(task(value(0)) + " wakes " + task(subject));
        break;
      case 8:
        lines_.push_back(task(value(0)) + " cancels " + task(subject) + " '" + text(1) + "'");
        break;
      case 9:
        lines_.push_back(task(subject) +
                         (rest_[1] == 0   ? " returned"
                          : rest_[1] == 1 ? " failed "
                                          : " cancelled") +
                         text(0) + (text(1).empty() ? "" : ": " + text(1)));
        break;
      case 10:
        names_[subject] = text(0);
        break;
      case 11:
        frames_[subject] = {value(0), text(1)};
        break;
      case 12:
        lines_.push_back("dropped " + std::to_string(value(0)));
        break;
      case 13:
        uses_.push_back(use(subject));
        break;
      case 14:
        timers_.push_back(std::vector{"set", "fired", "cancelled"}.at(byte(1)) +
                          (rest_[1] == 0 ? " for " + std::to_string(value(1)) + " s" : ""));
        break;
      default:
        throw std::runtime_error("unknown kind");
    }
    rest_.remove_prefix(size);
  }

  std::string_view rest_;
  std::map<std::uint32_t, std::string> texts_{{0, ""}};
  std::map<std::uint32_t, std::string> names_{{0, "-"}};
  std::map<std::uint32_t, std::pair<std::uint32_t, std::string>> frames_;
  std::map<std::uint32_t, std::size_t> resources_;
  std::vector<std::string> lines_;
  std::vector<std::string> uses_;
  std::vector<std::string> timers_;
};
