#pragma once

/// \file
/// The folders from `/` on, and the way that a path goes through them.

#include <string>
#include <string_view>

#include "node.hpp"

namespace asyncio::wasm::files {

/// Where a path leads to. With an error it leads nowhere.
struct Place {
  /// An error number of libc's; 0: none.
  int error = 0;
  /// The folder that the last name of the path is in.
  NodeRef folder{};
  /// Empty for a path that ends in `/`, `.` or `..` of a folder.
  std::string name{};
  /// Null: there is no such file yet.
  NodeRef node{};
  /// The path ended in `/`: it can only mean a folder.
  bool must_be_folder = false;
};

enum class LastLink { follow, keep };

/// With `/tmp` and `/home` in it; the program begins in `/home`.
const NodeRef& root();
NodeRef& current_folder();

/// \param from what a relative path begins at
Place find(const NodeRef& from, std::string_view path, LastLink last = LastLink::follow);

/// The absolute path of a folder.
std::string path_of(const Node& folder);

/// Puts a node into a folder under a name that is free.
void enter(const NodeRef& folder, const std::string& name, const NodeRef& node);
/// Takes a name out of a folder.
void remove(Node& folder, const std::string& name);

}  // namespace asyncio::wasm::files
