#include "node.hpp"

#include <algorithm>

namespace asyncio::wasm::files {
namespace {

std::size_t all_bytes = 0;
std::size_t all_nodes = 0;
std::uint64_t next_number = 1;

}  // namespace

NodeRef Node::make(mode_t mode) { return all_nodes < most_nodes ? std::make_shared<Node>(mode) : nullptr; }

std::size_t used_bytes() noexcept { return all_bytes; }

Node::Node(mode_t m) : mode(m), number_(next_number++) {
  ++all_nodes;
  touch();
  accessed = modified;
}

Node::~Node() {
  --all_nodes;
  all_bytes -= bytes_.size();
}

bool Node::resize(std::size_t size) {
  if (size > bytes_.size() && size - bytes_.size() > most_bytes - all_bytes) return false;
  const std::size_t before = bytes_.size();
  bytes_.resize(size);
  all_bytes = all_bytes - before + size;
  touch();
  return true;
}

bool Node::write(const char* data, std::size_t size, std::size_t offset) {
  if (size > most_bytes || offset > most_bytes) return false;
  if (offset + size > bytes_.size() && !resize(offset + size)) return false;
  std::copy_n(data, size, bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
  touch();
  return true;
}

void Node::touch() { clock_gettime(CLOCK_REALTIME, &modified); }

struct stat Node::describe() const {
  struct stat result{};
  result.st_dev = 1;
  result.st_ino = number_;
  result.st_mode = mode;
  result.st_nlink = is_folder() ? 2 : links;
  result.st_size = static_cast<off_t>(bytes_.size());
  result.st_blksize = 4096;
  result.st_blocks = static_cast<blkcnt_t>((bytes_.size() + 511) / 512);
  result.st_atim = accessed;
  result.st_mtim = result.st_ctim = modified;
  return result;
}

}  // namespace asyncio::wasm::files
