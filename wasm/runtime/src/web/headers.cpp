#include "asyncio/web/headers.hpp"

#include <algorithm>

namespace asyncio::web {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

Headers::Headers(std::initializer_list<Field> fields) : fields_(fields) {}

void Headers::append(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }

std::optional<std::string> Headers::get(std::string_view name) const {
  const auto found = std::ranges::find_if(fields_, [name](const Field& field) { return same_name(field.first, name); });
  if (found == fields_.end()) return std::nullopt;
  return found->second;
}

}  // namespace asyncio::web
