#include "descriptors.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

namespace asyncio::wasm::files {
namespace {

using Table = std::array<std::shared_ptr<OpenFile>, most_descriptors>;

Table& table() {
  // Never destroyed: libc closes files after the last destructor has run.
  static Table& all = *new Table;
  return all;
}

bool is_one(int descriptor) { return descriptor >= first_descriptor && descriptor < most_descriptors; }

}  // namespace

OpenFile* open_file(int descriptor) {
  return is_one(descriptor) ? table()[static_cast<std::size_t>(descriptor)].get() : nullptr;
}

int open_descriptor(std::shared_ptr<OpenFile> file, int least) {
  for (int number = std::max(least, first_descriptor); number < most_descriptors; ++number) {
    auto& slot = table()[static_cast<std::size_t>(number)];
    if (slot) continue;
    slot = std::move(file);
    return number;
  }
  return -EMFILE;
}

int duplicate(int descriptor, int least) {
  if (!open_file(descriptor)) return -EBADF;
  return open_descriptor(table()[static_cast<std::size_t>(descriptor)], least);
}

int replace(int from, int to) {
  if (!open_file(from) || !is_one(to)) return -EBADF;
  table()[static_cast<std::size_t>(to)] = table()[static_cast<std::size_t>(from)];
  return to;
}

int close(int descriptor) {
  if (!open_file(descriptor)) return EBADF;
  table()[static_cast<std::size_t>(descriptor)] = nullptr;
  return 0;
}

std::size_t read_at(const OpenFile& file, char* to, std::size_t size, off_t offset) {
  const std::string& bytes = file.node->bytes();
  if (offset >= static_cast<off_t>(bytes.size())) return 0;
  const auto begin = static_cast<std::size_t>(offset);
  const std::size_t count = std::min(size, bytes.size() - begin);
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(begin), count, to);
  return count;
}

}  // namespace asyncio::wasm::files
