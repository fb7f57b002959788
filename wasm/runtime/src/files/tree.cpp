#include "tree.hpp"

#include <cerrno>
#include <climits>

namespace asyncio::wasm::files {
namespace {

constexpr int most_links = 40;

NodeRef make_root() {
  NodeRef made = Node::make(S_IFDIR | 0755);
  made->parent = made.get();
  for (const char* name : {"home", "tmp"}) enter(made, name, Node::make(S_IFDIR | 0777));
  return made;
}

/// A folder is held by the one that it is in.
NodeRef hold(Node& folder) {
  if (&folder == root().get()) return root();
  for (const auto& [name, node] : folder.parent->entries)
    if (node.get() == &folder) return node;
  return nullptr;
}

/// The walk along a path, which links make longer.
class Walk {
 public:
  Walk(NodeRef from, LastLink last) : folder_(std::move(from)), last_(last) {}

  Place along(std::string path) {
    if (path.empty()) return {.error = ENOENT};
    for (Place place = step(path);; place = step(path)) {
      if (place.error || path.empty()) return place;
    }
  }

 private:
  /// One name further; what is left of the path stays in `path`, nothing at its end.
  Place step(std::string& path) {
    if (path.front() == '/') folder_ = root();
    const auto begin = path.find_first_not_of('/');
    if (begin == std::string::npos) return end_at_folder(path);
    const auto end = std::min(path.find('/', begin), path.size());
    const std::string name = path.substr(begin, end - begin);
    const auto next = path.find_first_not_of('/', end);
    const bool is_last = next == std::string::npos;
    const bool slash = is_last && end < path.size();
    path.erase(0, is_last ? path.size() : next);
    if (name.size() > NAME_MAX) return {.error = ENAMETOOLONG};
    if (!folder_ || !folder_->is_folder()) return {.error = ENOTDIR};
    if (name == "." || name == "..") {
      if (name == "..") folder_ = folder_->parent ? hold(*folder_->parent) : nullptr;
      if (!folder_) return {.error = ENOENT};
      return is_last ? end_at_folder(path) : Place{};
    }
    return enter(name, path, is_last, slash);
  }

  Place end_at_folder(std::string& path) {
    path.clear();
    return {.folder = folder_, .node = folder_, .must_be_folder = true};
  }

  Place enter(const std::string& name, std::string& path, bool is_last, bool slash) {
    const auto found = folder_->entries.find(name);
    NodeRef node = found == folder_->entries.end() ? nullptr : found->second;
    if (node && node->is_link() && (!is_last || slash || last_ == LastLink::follow)) {
      if (++links_ > most_links) return {.error = ELOOP};
      path = node->bytes() + (is_last ? (slash ? "/" : "") : "/" + path);
      return {};
    }
    if (is_last) {
      if (slash && node && !node->is_folder()) return {.error = ENOTDIR};
      return {.folder = folder_, .name = name, .node = std::move(node), .must_be_folder = slash};
    }
    if (!node) return {.error = ENOENT};
    if (!node->is_folder()) return {.error = ENOTDIR};
    folder_ = std::move(node);
    return {};
  }

  NodeRef folder_;
  LastLink last_;
  int links_ = 0;
};

}  // namespace

const NodeRef& root() {
  static const NodeRef node = make_root();
  return node;
}

NodeRef& current_folder() {
  static NodeRef folder = root()->entries.at("home");
  return folder;
}

Place find(const NodeRef& from, std::string_view path, LastLink last) {
  if (path.size() >= PATH_MAX) return {.error = ENAMETOOLONG};
  return Walk(from, last).along(std::string(path));
}

std::string path_of(const Node& folder) {
  if (&folder == root().get()) return "/";
  std::string path;
  for (const Node* node = &folder; node != root().get(); node = node->parent) {
    if (!node->parent) return "";
    for (const auto& [name, entry] : node->parent->entries)
      if (entry.get() == node) path.insert(0, "/" + name);
  }
  return path;
}

void enter(const NodeRef& folder, const std::string& name, const NodeRef& node) {
  if (node->is_folder()) node->parent = folder.get();
  ++node->links;
  folder->entries[name] = node;
  folder->touch();
}

void remove(Node& folder, const std::string& name) {
  const auto found = folder.entries.find(name);
  --found->second->links;
  if (found->second->is_folder()) found->second->parent = nullptr;
  folder.entries.erase(found);
  folder.touch();
}

}  // namespace asyncio::wasm::files
