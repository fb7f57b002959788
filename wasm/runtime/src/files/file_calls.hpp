#pragma once

/// \file
/// The calls of WASI as far as they are about files in memory. Programs that open none are linked without them.

#include <wasi/api.h>

#include <cstddef>

namespace asyncio::wasm::files {

struct FileCalls {
  __wasi_errno_t (*write)(__wasi_fd_t fd, const __wasi_ciovec_t* from, std::size_t count, const __wasi_filesize_t* at,
                          __wasi_size_t* written);
  __wasi_errno_t (*read)(__wasi_fd_t fd, const __wasi_iovec_t* to, std::size_t count, const __wasi_filesize_t* at,
                         __wasi_size_t* read);
  __wasi_errno_t (*seek)(__wasi_fd_t fd, __wasi_filedelta_t offset, __wasi_whence_t from, __wasi_filesize_t* result);
  __wasi_errno_t (*close)(__wasi_fd_t fd);
  __wasi_errno_t (*describe)(__wasi_fd_t fd, __wasi_fdstat_t* result);
};

/// Null before the first file is opened.
extern const FileCalls* file_calls;

}  // namespace asyncio::wasm::files
