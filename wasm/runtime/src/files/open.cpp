#include "open.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstring>

#include "descriptors.hpp"

namespace asyncio::wasm::files {
namespace {

/// The standard streams have no other names here.
int standard_stream(const char* path) {
  const char* names[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
  for (int number = 0; number < 3; ++number)
    if (std::strcmp(path, names[number]) == 0) return number;
  return -1;
}

int create(Place& place, mode_t mode) {
  if (place.must_be_folder) return EISDIR;
  place.node = Node::make(S_IFREG | (mode & 0777));
  if (!place.node) return ENOSPC;
  enter(place.folder, place.name, place.node);
  return 0;
}

int check(const Node& node, int flags) {
  const bool writes = (flags & O_ACCMODE) != O_RDONLY;
  if (node.is_link()) return ELOOP;
  if (node.is_folder()) return writes || (flags & O_CREAT) ? EISDIR : 0;
  if (flags & O_DIRECTORY) return ENOTDIR;
  // Permissions of the owner, who is the only one.
  if (writes && !(node.mode & S_IWUSR)) return EACCES;
  if ((flags & O_ACCMODE) != O_WRONLY && !(node.mode & S_IRUSR)) return EACCES;
  return 0;
}

}  // namespace

Place find_at(int folder, std::intptr_t path, LastLink last) {
  const auto* text = reinterpret_cast<const char*>(path);
  if (folder == AT_FDCWD || text[0] == '/') return find(current_folder(), text, last);
  const OpenFile* file = open_file(folder);
  if (!file) return {.error = EBADF};
  return file->node->is_folder() ? find(file->node, text, last) : Place{.error = ENOTDIR};
}

int open_at(int folder, std::intptr_t path, int flags, mode_t mode) {
  if (const int stream = standard_stream(reinterpret_cast<const char*>(path)); stream >= 0) return stream;
  const bool exclusive = (flags & (O_CREAT | O_EXCL)) == (O_CREAT | O_EXCL);
  Place place = find_at(folder, path, exclusive || (flags & O_NOFOLLOW) ? LastLink::keep : LastLink::follow);
  if (place.error) return -place.error;
  if (place.node && exclusive) return -EEXIST;
  const bool is_new = !place.node;
  if (is_new && !(flags & O_CREAT)) return -ENOENT;
  if (const int error = is_new ? create(place, mode) : check(*place.node, flags)) return -error;
  if (!is_new && (flags & O_TRUNC) && !place.node->is_folder()) place.node->resize(0);
  use_file_calls();
  return open_descriptor(std::make_shared<OpenFile>(OpenFile{.node = place.node, .flags = flags}));
}

}  // namespace asyncio::wasm::files
