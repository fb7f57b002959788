/// \file
/// The system calls of libc that take a descriptor. They return as those of path_calls.cpp.

#include <dirent.h>
#include <fcntl.h>

#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstring>

#include "descriptors.hpp"
#include "tree.hpp"

namespace asyncio::wasm::files {
namespace {

unsigned char type_of(const Node& node) { return node.is_folder() ? DT_DIR : node.is_link() ? DT_LNK : DT_REG; }

/// \returns how much room the entry takes; 0: more than there is
std::size_t add_entry(char* to, std::size_t room, const std::string& name, unsigned char type, ino_t number) {
  const std::size_t size = (offsetof(dirent, d_name) + name.size() + 1 + 7) / 8 * 8;
  if (size > room) return 0;
  dirent entry{};
  entry.d_ino = number;
  entry.d_reclen = static_cast<unsigned short>(size);
  entry.d_type = type;
  std::memcpy(to, &entry, offsetof(dirent, d_name));
  std::memcpy(to + offsetof(dirent, d_name), name.c_str(), name.size() + 1);
  return size;
}

/// What comes after the name that was read last: names may come and go meanwhile.
int read_folder(OpenFile& file, char* to, std::size_t size) {
  std::size_t used = 0;
  if (file.offset == 0) {
    for (const char* own : {".", ".."})
      used += add_entry(to + used, size - used, own, DT_DIR, file.node->describe().st_ino);
    file.offset = 1;
  }
  const auto& entries = file.node->entries;
  for (auto at = entries.upper_bound(file.read_up_to); at != entries.end(); ++at) {
    const std::size_t taken =
        add_entry(to + used, size - used, at->first, type_of(*at->second), at->second->describe().st_ino);
    if (taken == 0) break;
    used += taken;
    file.read_up_to = at->first;
  }
  return static_cast<int>(used);
}

}  // namespace
}  // namespace asyncio::wasm::files

using namespace asyncio::wasm::files;

extern "C" {

int __syscall_getdents64(int descriptor, std::intptr_t to, std::size_t size) {
  OpenFile* file = open_file(descriptor);
  if (!file) return -EBADF;
  return file->node->is_folder() ? read_folder(*file, reinterpret_cast<char*>(to), size) : -ENOTDIR;
}

int __syscall_fchdir(int descriptor) {
  const OpenFile* file = open_file(descriptor);
  if (!file) return -EBADF;
  if (!file->node->is_folder()) return -ENOTDIR;
  current_folder() = file->node;
  return 0;
}

int __syscall_fcntl64(int descriptor, int command, ...) {
  va_list rest;
  va_start(rest, command);
  const int argument = command == F_GETFL || command == F_GETFD ? 0 : va_arg(rest, int);
  va_end(rest);
  OpenFile* file = open_file(descriptor);
  if (!file) return descriptor >= 0 && descriptor < first_descriptor && command == F_GETFL ? O_RDWR : -EBADF;
  switch (command) {
    case F_DUPFD:
    case F_DUPFD_CLOEXEC:
      return duplicate(descriptor, argument);
    case F_GETFL:
      return file->flags;
    case F_SETFL:
      file->flags = (file->flags & ~O_APPEND) | (argument & O_APPEND);
      return 0;
    // There is no other process: nothing to inherit a descriptor, nothing to hold a lock.
    case F_GETFD:
    case F_SETFD:
    case F_SETLK:
    case F_SETLKW:
      return 0;
    default:
      return -EINVAL;
  }
}

int __syscall_ioctl(int, int, ...) { return -ENOTTY; }
int __syscall_dup(int descriptor) { return duplicate(descriptor); }
int __syscall_dup3(int from, int to, int) { return from == to ? -EINVAL : replace(from, to); }
int __syscall_fdatasync(int descriptor) { return open_file(descriptor) ? 0 : -EBADF; }
int __syscall_fadvise64(int descriptor, off_t, off_t, int) { return open_file(descriptor) ? 0 : -EBADF; }
int __syscall_fchown32(int descriptor, int, int) { return open_file(descriptor) ? 0 : -EBADF; }
int __syscall_fallocate(int descriptor, int mode, off_t offset, off_t size) {
  OpenFile* file = open_file(descriptor);
  if (!file) return -EBADF;
  if (mode != 0 || offset < 0 || size <= 0) return -EINVAL;
  const auto end = offset + size;
  if (end <= static_cast<off_t>(file->node->bytes().size())) return 0;
  return end <= static_cast<off_t>(most_bytes) && file->node->resize(static_cast<std::size_t>(end)) ? 0 : -ENOSPC;
}
}
