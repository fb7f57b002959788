#include "file_calls.hpp"

#include <fcntl.h>

#include <cerrno>
#include <cstring>

#include "descriptors.hpp"
#include "open.hpp"

namespace asyncio::wasm::files {
namespace {

OpenFile* file_of(__wasi_fd_t fd) { return open_file(static_cast<int>(fd)); }

int access_of(const OpenFile& file) { return file.flags & O_ACCMODE; }

__wasi_errno_t write(__wasi_fd_t fd, const __wasi_ciovec_t* from, std::size_t count, const __wasi_filesize_t* at,
                     __wasi_size_t* written) {
  OpenFile* file = file_of(fd);
  if (!file || access_of(*file) == O_RDONLY) return EBADF;
  off_t offset = at ? static_cast<off_t>(*at) : file->offset;
  if (file->flags & O_APPEND) offset = static_cast<off_t>(file->node->bytes().size());
  *written = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [data, size] = from[i];
    if (size == 0) continue;
    if (!file->node->write(reinterpret_cast<const char*>(data), size, static_cast<std::size_t>(offset))) return ENOSPC;
    offset += static_cast<off_t>(size);
    *written += size;
  }
  if (!at) file->offset = offset;
  return 0;
}

__wasi_errno_t read(__wasi_fd_t fd, const __wasi_iovec_t* to, std::size_t count, const __wasi_filesize_t* at,
                    __wasi_size_t* read) {
  OpenFile* file = file_of(fd);
  if (!file || access_of(*file) == O_WRONLY) return EBADF;
  if (file->node->is_folder()) return EISDIR;
  off_t offset = at ? static_cast<off_t>(*at) : file->offset;
  *read = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t got = read_at(*file, reinterpret_cast<char*>(to[i].buf), to[i].buf_len, offset);
    offset += static_cast<off_t>(got);
    *read += got;
  }
  if (!at) file->offset = offset;
  return 0;
}

__wasi_errno_t seek(__wasi_fd_t fd, __wasi_filedelta_t offset, __wasi_whence_t from, __wasi_filesize_t* result) {
  OpenFile* file = file_of(fd);
  if (!file) return EBADF;
  off_t begin = 0;
  if (from == __WASI_WHENCE_CUR) begin = file->offset;
  if (from == __WASI_WHENCE_END) begin = static_cast<off_t>(file->node->bytes().size());
  if (from > __WASI_WHENCE_END || offset < -begin) return EINVAL;
  file->offset = begin + offset;
  if (file->node->is_folder()) file->read_up_to.clear();
  *result = static_cast<__wasi_filesize_t>(file->offset);
  return 0;
}

__wasi_errno_t close_file(__wasi_fd_t fd) { return static_cast<__wasi_errno_t>(close(static_cast<int>(fd))); }

__wasi_errno_t describe(__wasi_fd_t fd, __wasi_fdstat_t* result) {
  const OpenFile* file = file_of(fd);
  if (!file) return EBADF;
  std::memset(result, 0, sizeof *result);
  result->fs_filetype = file->node->is_folder() ? __WASI_FILETYPE_DIRECTORY : __WASI_FILETYPE_REGULAR_FILE;
  return 0;
}

constexpr FileCalls calls{write, read, seek, close_file, describe};

}  // namespace

void use_file_calls() { file_calls = &calls; }

}  // namespace asyncio::wasm::files
