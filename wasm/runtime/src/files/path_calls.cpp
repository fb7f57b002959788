/// \file
/// The system calls of libc that take a path. They return 0, or what there is to return, or a negative error number.

#include <fcntl.h>
#include <sys/statfs.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstring>

#include "descriptors.hpp"
#include "open.hpp"

namespace asyncio::wasm::files {
namespace {

LastLink unless_kept(int flags) { return flags & AT_SYMLINK_NOFOLLOW ? LastLink::keep : LastLink::follow; }

/// An existing file by its path, or, where the flags allow no path, by its descriptor.
Place existing(int folder, std::intptr_t path, int flags = 0) {
  if ((flags & AT_EMPTY_PATH) && *reinterpret_cast<const char*>(path) == '\0') {
    if (folder == AT_FDCWD) return {.node = current_folder()};
    const OpenFile* file = open_file(folder);
    return file ? Place{.node = file->node} : Place{.error = EBADF};
  }
  Place place = find_at(folder, path, unless_kept(flags));
  if (!place.error && !place.node) place.error = ENOENT;
  return place;
}

/// A place where there is nothing yet.
Place vacant(int folder, std::intptr_t path) {
  Place place = find_at(folder, path, LastLink::keep);
  if (!place.error && place.node) place.error = EEXIST;
  return place;
}

int fill(std::intptr_t to, const struct stat& from) {
  std::memcpy(reinterpret_cast<void*>(to), &from, sizeof from);
  return 0;
}

int status(int folder, std::intptr_t path, std::intptr_t to, int flags) {
  // The standard streams, as a terminal would be.
  if ((flags & AT_EMPTY_PATH) && folder >= 0 && folder < first_descriptor) {
    struct stat stream{};
    stream.st_mode = S_IFCHR | 0620;
    return fill(to, stream);
  }
  const Place place = existing(folder, path, flags);
  return place.error ? -place.error : fill(to, place.node->describe());
}

int put_new(int folder, std::intptr_t path, mode_t mode, const char* text = nullptr) {
  const Place place = vacant(folder, path);
  if (place.error) return -place.error;
  if (place.must_be_folder && !S_ISDIR(mode)) return -ENOENT;
  const NodeRef node = Node::make(mode);
  if (!node || (text && !node->write(text, std::strlen(text), 0))) return -ENOSPC;
  enter(place.folder, place.name, node);
  return 0;
}

int remove_at(int folder, std::intptr_t path, bool wants_folder) {
  const Place place = existing(folder, path, AT_SYMLINK_NOFOLLOW);
  if (place.error) return -place.error;
  if (place.name.empty()) return place.node == root() ? -EBUSY : -EINVAL;
  if (wants_folder != place.node->is_folder()) return wants_folder ? -ENOTDIR : -EISDIR;
  if (!place.node->entries.empty()) return -ENOTEMPTY;
  remove(*place.folder, place.name);
  return 0;
}

bool is_within(const Node* node, const Node& folder) {
  for (; node; node = node->parent == node ? nullptr : node->parent)
    if (node == &folder) return true;
  return false;
}

int rename_at(const Place& from, const Place& to) {
  if (from.error || to.error) return -std::max(from.error, to.error);
  if (from.name.empty() || to.name.empty()) return -EBUSY;
  if (to.node == from.node) return 0;
  if (from.node->is_folder() && is_within(to.folder.get(), *from.node)) return -EINVAL;
  if (to.node) {
    if (from.node->is_folder() != to.node->is_folder()) return to.node->is_folder() ? -EISDIR : -ENOTDIR;
    if (!to.node->entries.empty()) return -ENOTEMPTY;
  } else if (to.must_be_folder && !from.node->is_folder()) {
    return -ENOTDIR;
  }
  const NodeRef node = from.node;
  if (to.node) remove(*to.folder, to.name);
  remove(*from.folder, from.name);
  enter(to.folder, to.name, node);
  return 0;
}

int set_mode(const Place& place, int mode) {
  if (place.error) return -place.error;
  place.node->mode = (place.node->mode & S_IFMT) | (static_cast<mode_t>(mode) & 07777);
  return 0;
}

int check_access(const Place& place, int wanted) {
  if (place.error) return -place.error;
  const auto granted = static_cast<int>(place.node->mode >> 6) & 7;
  return (wanted & granted) == wanted ? 0 : -EACCES;
}

int resize(const NodeRef& node, off_t size) {
  if (node->is_folder()) return -EISDIR;
  if (size < 0) return -EINVAL;
  return node->resize(static_cast<std::size_t>(std::min<off_t>(size, most_bytes + 1))) ? 0 : -ENOSPC;
}

void set_time(timespec& time, const timespec& wanted) {
  if (wanted.tv_nsec == UTIME_OMIT) return;
  if (wanted.tv_nsec == UTIME_NOW) clock_gettime(CLOCK_REALTIME, &time);
  if (wanted.tv_nsec != UTIME_NOW) time = wanted;
}

int set_times(const Place& place, std::intptr_t times) {
  if (place.error) return -place.error;
  constexpr timespec now[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  const timespec* wanted = times ? reinterpret_cast<const timespec*>(times) : now;
  set_time(place.node->accessed, wanted[0]);
  set_time(place.node->modified, wanted[1]);
  return 0;
}

}  // namespace
}  // namespace asyncio::wasm::files

using namespace asyncio::wasm::files;

extern "C" {

int __syscall_openat(int folder, std::intptr_t path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_at(folder, path, flags, mode);
}

int __syscall_newfstatat(int folder, std::intptr_t path, std::intptr_t to, int flags) {
  return status(folder, path, to, flags);
}
int __syscall_stat64(std::intptr_t path, std::intptr_t to) { return status(AT_FDCWD, path, to, 0); }
int __syscall_lstat64(std::intptr_t path, std::intptr_t to) { return status(AT_FDCWD, path, to, AT_SYMLINK_NOFOLLOW); }
int __syscall_fstat64(int descriptor, std::intptr_t to) {
  return status(descriptor, reinterpret_cast<std::intptr_t>(""), to, AT_EMPTY_PATH);
}

int __syscall_mkdirat(int folder, std::intptr_t path, int mode) {
  return put_new(folder, path, S_IFDIR | (static_cast<mode_t>(mode) & 0777));
}
int __syscall_symlinkat(std::intptr_t target, int folder, std::intptr_t path) {
  return put_new(folder, path, S_IFLNK | 0777, reinterpret_cast<const char*>(target));
}
int __syscall_symlink(std::intptr_t target, std::intptr_t path) { return __syscall_symlinkat(target, AT_FDCWD, path); }
int __syscall_mknodat(int folder, std::intptr_t path, int mode, int) {
  return S_ISREG(mode) ? put_new(folder, path, static_cast<mode_t>(mode)) : -EPERM;
}
int __syscall_linkat(int from_folder, std::intptr_t from, int to_folder, std::intptr_t to, int flags) {
  const Place source = existing(from_folder, from, flags & AT_SYMLINK_FOLLOW ? 0 : AT_SYMLINK_NOFOLLOW);
  const Place target = vacant(to_folder, to);
  if (source.error || target.error) return -std::max(source.error, target.error);
  if (source.node->is_folder()) return -EPERM;
  enter(target.folder, target.name, source.node);
  return 0;
}

int __syscall_unlinkat(int folder, std::intptr_t path, int flags) {
  return remove_at(folder, path, (flags & AT_REMOVEDIR) != 0);
}
int __syscall_rmdir(std::intptr_t path) { return remove_at(AT_FDCWD, path, true); }
int __syscall_renameat(int from_folder, std::intptr_t from, int to_folder, std::intptr_t to) {
  return rename_at(existing(from_folder, from, AT_SYMLINK_NOFOLLOW), find_at(to_folder, to, LastLink::keep));
}

int __syscall_readlinkat(int folder, std::intptr_t path, std::intptr_t to, std::size_t size) {
  const Place place = existing(folder, path, AT_SYMLINK_NOFOLLOW);
  if (place.error) return -place.error;
  if (!place.node->is_link()) return -EINVAL;
  const std::size_t count = std::min(size, place.node->bytes().size());
  std::memcpy(reinterpret_cast<void*>(to), place.node->bytes().data(), count);
  return static_cast<int>(count);
}

int __syscall_getcwd(std::intptr_t to, std::size_t size) {
  const std::string path = path_of(*current_folder());
  if (path.empty()) return -ENOENT;
  if (path.size() >= size) return -ERANGE;
  std::memcpy(reinterpret_cast<void*>(to), path.c_str(), path.size() + 1);
  return static_cast<int>(path.size() + 1);
}
int __syscall_chdir(std::intptr_t path) {
  const Place place = existing(AT_FDCWD, path);
  if (place.error) return -place.error;
  if (!place.node->is_folder()) return -ENOTDIR;
  current_folder() = place.node;
  return 0;
}

int __syscall_truncate64(std::intptr_t path, off_t size) {
  const Place place = existing(AT_FDCWD, path);
  return place.error ? -place.error : resize(place.node, size);
}
int __syscall_ftruncate64(int descriptor, off_t size) {
  const OpenFile* file = open_file(descriptor);
  if (!file || (file->flags & O_ACCMODE) == O_RDONLY) return file ? -EINVAL : -EBADF;
  return resize(file->node, size);
}

int __syscall_faccessat(int folder, std::intptr_t path, int wanted, int flags) {
  return check_access(existing(folder, path, flags & ~AT_EMPTY_PATH), wanted);
}
int __syscall_fchmodat2(int folder, std::intptr_t path, int mode, int flags) {
  return set_mode(existing(folder, path, flags), mode);
}
int __syscall_chmod(std::intptr_t path, int mode) { return set_mode(existing(AT_FDCWD, path), mode); }
int __syscall_fchmod(int descriptor, int mode) {
  return set_mode(existing(descriptor, reinterpret_cast<std::intptr_t>(""), AT_EMPTY_PATH), mode);
}
/// Everything belongs to the one user that there is.
int __syscall_fchownat(int folder, std::intptr_t path, int, int, int flags) {
  return -existing(folder, path, flags).error;
}
int __syscall_utimensat(int folder, std::intptr_t path, std::intptr_t times, int flags) {
  if (path == 0) return set_times(existing(folder, reinterpret_cast<std::intptr_t>(""), AT_EMPTY_PATH), times);
  return set_times(existing(folder, path, flags), times);
}

int __syscall_statfs64(std::intptr_t path, std::size_t, std::intptr_t to) {
  const Place place = existing(AT_FDCWD, path);
  if (place.error) return -place.error;
  struct statfs all{};
  all.f_bsize = all.f_frsize = 4096;
  all.f_blocks = most_bytes / 4096;
  all.f_bfree = all.f_bavail = (most_bytes - used_bytes()) / 4096;
  all.f_files = most_nodes;
  all.f_namelen = 255;
  std::memcpy(reinterpret_cast<void*>(to), &all, sizeof all);
  return 0;
}
}
