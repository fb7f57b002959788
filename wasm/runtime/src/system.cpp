/// \file
/// What libc leaves to JavaScript and needs none: without these, programs would import it. Every program links this
/// file, as it exports asyncio_trap(); so its definitions go before libc's weak ones.

#include <wasi/api.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

extern "C" {

/// Ends the program from inside an import: unlike a JavaScript exception, a trap is caught by no `catch` on its way.
__attribute__((export_name("asyncio_trap"))) void asyncio_trap() { __builtin_trap(); }

/// libc copies 512 bytes and more with it. Compiled to the instruction `memory.copy`.
void _emscripten_memcpy_js(void* to, const void* from, std::size_t size) { __builtin_memcpy(to, from, size); }

/// std::random_device. libc's own stops the program.
int getentropy(void* buffer, std::size_t size) {
  if (__wasi_random_get(static_cast<std::uint8_t*>(buffer), size) == __WASI_ERRNO_SUCCESS) return 0;
  errno = EIO;
  return -1;
}
}
