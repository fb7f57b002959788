/// \file
/// What libc calls to read and write: for the standard streams JavaScript answers, for files file_calls.

#include <cerrno>
#include <cstdio>

#include "file_calls.hpp"

namespace asyncio::wasm::files {

constinit const FileCalls* file_calls = nullptr;

/// What the host offers for standard streams.
namespace host {

#define ASYNCIO_WASI_IMPORT(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(name)))

ASYNCIO_WASI_IMPORT("fd_write")
__wasi_errno_t write(__wasi_fd_t fd, const __wasi_ciovec_t* from, std::size_t count, __wasi_size_t* written);
ASYNCIO_WASI_IMPORT("fd_read")
__wasi_errno_t read(__wasi_fd_t fd, const __wasi_iovec_t* to, std::size_t count, __wasi_size_t* read);
ASYNCIO_WASI_IMPORT("fd_seek")
__wasi_errno_t seek(__wasi_fd_t fd, __wasi_filedelta_t offset, __wasi_whence_t from, __wasi_filesize_t* result);
ASYNCIO_WASI_IMPORT("fd_close") __wasi_errno_t close(__wasi_fd_t fd);
ASYNCIO_WASI_IMPORT("fd_fdstat_get") __wasi_errno_t describe(__wasi_fd_t fd, __wasi_fdstat_t* result);

#undef ASYNCIO_WASI_IMPORT

}  // namespace host

namespace {

bool is_file(__wasi_fd_t fd) { return file_calls && fd > 2; }

}  // namespace
}  // namespace asyncio::wasm::files

using namespace asyncio::wasm::files;

extern "C" {

__wasi_errno_t __wasi_fd_write(__wasi_fd_t fd, const __wasi_ciovec_t* from, std::size_t count, __wasi_size_t* written) {
  return is_file(fd) ? file_calls->write(fd, from, count, nullptr, written) : host::write(fd, from, count, written);
}

__wasi_errno_t __wasi_fd_read(__wasi_fd_t fd, const __wasi_iovec_t* to, std::size_t count, __wasi_size_t* read) {
  if (is_file(fd)) return file_calls->read(fd, to, count, nullptr, read);
  // Whoever is asked for a line sees the question first, as on a terminal.
  std::fflush(stdout);
  return host::read(fd, to, count, read);
}

__wasi_errno_t __wasi_fd_pwrite(__wasi_fd_t fd, const __wasi_ciovec_t* from, std::size_t count, __wasi_filesize_t at,
                                __wasi_size_t* written) {
  return is_file(fd) ? file_calls->write(fd, from, count, &at, written) : ESPIPE;
}

__wasi_errno_t __wasi_fd_pread(__wasi_fd_t fd, const __wasi_iovec_t* to, std::size_t count, __wasi_filesize_t at,
                               __wasi_size_t* read) {
  return is_file(fd) ? file_calls->read(fd, to, count, &at, read) : ESPIPE;
}

__wasi_errno_t __wasi_fd_seek(__wasi_fd_t fd, __wasi_filedelta_t offset, __wasi_whence_t from,
                              __wasi_filesize_t* result) {
  return is_file(fd) ? file_calls->seek(fd, offset, from, result) : host::seek(fd, offset, from, result);
}

__wasi_errno_t __wasi_fd_close(__wasi_fd_t fd) { return is_file(fd) ? file_calls->close(fd) : host::close(fd); }

__wasi_errno_t __wasi_fd_fdstat_get(__wasi_fd_t fd, __wasi_fdstat_t* result) {
  return is_file(fd) ? file_calls->describe(fd, result) : host::describe(fd, result);
}

__wasi_errno_t __wasi_fd_sync(__wasi_fd_t) { return __WASI_ERRNO_SUCCESS; }
}
