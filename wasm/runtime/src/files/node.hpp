#pragma once

/// \file
/// Files, folders and links in the program's own memory.

#include <sys/stat.h>

#include <cstdint>
#include <ctime>
#include <map>
#include <memory>
#include <string>

namespace asyncio::wasm::files {

/// What all files together may hold, and how many of them there may be.
inline constexpr std::size_t most_bytes = std::size_t{64} << 20;
inline constexpr std::size_t most_nodes = 65536;

class Node;
using NodeRef = std::shared_ptr<Node>;

/// One file, folder or link. Lives as long as a folder names it or a descriptor is open.
class Node {
 public:
  /// \returns null if there are too many
  static NodeRef make(mode_t mode);
  explicit Node(mode_t mode);
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node();

  bool is_folder() const noexcept { return S_ISDIR(mode); }
  bool is_link() const noexcept { return S_ISLNK(mode); }

  const std::string& bytes() const noexcept { return bytes_; }
  /// What is added is zeros. \returns whether there is room
  bool resize(std::size_t size);
  /// \returns whether there is room
  bool write(const char* data, std::size_t size, std::size_t offset);

  void touch();
  struct stat describe() const;

  mode_t mode;
  timespec accessed{};
  timespec modified{};
  unsigned links = 0;
  /// Of a folder: what is in it, by name.
  std::map<std::string, NodeRef> entries;
  /// Of a folder: the one that it is in; the root is in itself.
  Node* parent = nullptr;

 private:
  std::uint64_t number_;
  std::string bytes_;
};

/// What all files hold.
std::size_t used_bytes() noexcept;

}  // namespace asyncio::wasm::files
