#include "asyncio/detail/schedule/schedule.hpp"

#include <charconv>
#include <stdexcept>

namespace asyncio::testing {
namespace {

[[noreturn]] void refuse(std::string_view text) {
  throw std::invalid_argument("not a schedule: '" + std::string(text) +
                              "'; one looks like 3.0:1,7.2:1, fifo, or seed=7");
}

/// Takes a number and the character behind it off the text.
template <class T>
T take_number(std::string_view& rest, char end, std::string_view whole) {
  T number{};
  const auto [at, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  const auto length = static_cast<std::size_t>(at - rest.data());
  if (error != std::errc() || (end != '\0' && (length == rest.size() || *at != end))) refuse(whole);
  rest.remove_prefix(end == '\0' ? length : length + 1);
  return number;
}

}  // namespace

std::string to_string(const Schedule& schedule) {
  std::string text;
  for (const Deviation& deviation : schedule) {
    if (!text.empty()) text += ',';
    text += std::to_string(deviation.iteration) + '.' + std::to_string(deviation.slot) + ':' +
            std::to_string(deviation.pick);
  }
  return text.empty() ? "fifo" : text;
}

Schedule parse_schedule(std::string_view text) {
  Schedule schedule;
  if (text == "fifo") return schedule;
  std::string_view rest = text;
  while (true) {
    Deviation deviation;
    deviation.iteration = take_number<std::uint64_t>(rest, '.', text);
    deviation.slot = take_number<std::size_t>(rest, ':', text);
    deviation.pick = take_number<std::size_t>(rest, '\0', text);
    schedule.push_back(deviation);
    if (rest.empty()) return schedule;
    if (rest.front() != ',') refuse(text);
    rest.remove_prefix(1);
  }
}

}  // namespace asyncio::testing
