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

std::vector<std::string> split_fields(std::string_view fields) {
  std::vector<std::string> split;
  while (!fields.empty()) {
    std::uint32_t size;
    std::memcpy(&size, fields.data(), sizeof size);
    split.emplace_back(fields.substr(sizeof size, size));
    fields.remove_prefix(sizeof size + size);
  }
  return split;
}

std::string place(std::source_location where) {
  return std::string(where.file_name()) + ':' + std::to_string(where.line());
}

}  // namespace asyncio::web
