#include "fields.hpp"

#include <cstdint>
#include <cstring>

namespace asyncio::web {

void append_field(std::string& fields, std::string_view field) {
  // WebAssembly is little-endian.
  const auto size = static_cast<std::uint32_t>(field.size());
  fields.append(reinterpret_cast<const char*>(&size), sizeof size);
  fields.append(field);
}

std::vector<std::string> split_fields(std::string_view fields, std::size_t least) {
  std::vector<std::string> split;
  std::uint32_t size;
  while (fields.size() >= sizeof size) {
    std::memcpy(&size, fields.data(), sizeof size);
    fields.remove_prefix(sizeof size);
    const std::string_view field = fields.substr(0, size);
    split.emplace_back(field);
    fields.remove_prefix(field.size());
  }
  if (split.size() < least) split.resize(least);
  return split;
}

std::string place(std::source_location where) {
  return std::string(where.file_name()) + ':' + std::to_string(where.line());
}

}  // namespace asyncio::web
