#pragma once

/// \file
/// What JavaScript offers the extras; see docs/host-abi.md. Numbers name what it holds for the program.

#include <cstddef>

namespace asyncio::web::imports {

#define ASYNCIO_IMPORT(name) __attribute__((import_module("asyncio_web"), import_name(name)))

ASYNCIO_IMPORT("fetch") void fetch(int id, const char* fields, std::size_t size);
ASYNCIO_IMPORT("read") void read(int id, int as_text);
ASYNCIO_IMPORT("connect") void connect(int id, const char* fields, std::size_t size);
/// \returns not 0 if more waits to leave than should; EventKind::drained follows.
ASYNCIO_IMPORT("send") int send(int id, int binary, const char* data, std::size_t size);
ASYNCIO_IMPORT("close") void close(int id, int code, const char* reason, std::size_t size);
ASYNCIO_IMPORT("drop") void drop(int id);
ASYNCIO_IMPORT("take") void take(char* to);

#undef ASYNCIO_IMPORT

}  // namespace asyncio::web::imports
