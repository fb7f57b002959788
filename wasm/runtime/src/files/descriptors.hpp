#pragma once

/// \file
/// What a program has open beside its standard streams.

#include <sys/types.h>

#include <memory>
#include <string>

#include "node.hpp"

namespace asyncio::wasm::files {

/// The numbers below are the standard streams, which are JavaScript's.
inline constexpr int first_descriptor = 3;
inline constexpr int most_descriptors = 256;

/// An open file or folder; what `dup` makes shares it.
struct OpenFile {
  NodeRef node{};
  /// As given to open().
  int flags = 0;
  off_t offset = 0;
  /// Of a folder: the name after which reading goes on.
  std::string read_up_to{};
};

/// \returns null for a number that is not open
OpenFile* open_file(int descriptor);
/// \param least the lowest number that will do \returns the descriptor, or a negative error number
int open_descriptor(std::shared_ptr<OpenFile> file, int least = first_descriptor);
/// Another number for what `descriptor` is. \returns as open_descriptor()
int duplicate(int descriptor, int least = first_descriptor);
/// Makes `to` the same as `from`. \returns `to`, or a negative error number
int replace(int from, int to);
/// \returns an error number
int close(int descriptor);

/// Reads up to `size` bytes at `offset`. \returns how many
std::size_t read_at(const OpenFile& file, char* to, std::size_t size, off_t offset);

}  // namespace asyncio::wasm::files
