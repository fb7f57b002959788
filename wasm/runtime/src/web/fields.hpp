#pragma once

/// \file
/// Several strings as one, on their way to JavaScript and back: each is its length, four bytes little-endian, and its
/// bytes.

#include <cstddef>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace asyncio::web {

void append_field(std::string& fields, std::string_view field);
/// What the bytes lack is empty, for they are not the program's own: a field ends where they end.
/// \returns as many fields as there are, but `least` in any case
std::vector<std::string> split_fields(std::string_view fields, std::size_t least);

/// `main.cpp:12`: the line that asked, for the reader of the page.
std::string place(std::source_location where);

}  // namespace asyncio::web
