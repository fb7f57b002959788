#pragma once

/// \file
/// Several strings as one, on their way to JavaScript and back: each is its length, four bytes little-endian, and its
/// bytes.

#include <string>
#include <string_view>
#include <vector>

namespace asyncio::web {

void append_field(std::string& fields, std::string_view field);
std::vector<std::string> split_fields(std::string_view fields);

}  // namespace asyncio::web
