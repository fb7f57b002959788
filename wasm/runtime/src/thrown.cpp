#include "thrown.hpp"

#include <cstring>
#include <typeinfo>

namespace {

void* thrown = nullptr;

}  // namespace

extern "C" {

void __cxa_increment_exception_refcount(void* object) noexcept;

/// The linker puts this in the place of __cxa_throw (`--wrap`). A destructor returns its argument in WebAssembly.
[[noreturn]] void __real___cxa_throw(void* object, std::type_info* type, void* (*destroy)(void*));
[[noreturn]] void __wrap___cxa_throw(void* object, std::type_info* type, void* (*destroy)(void*)) {
  thrown = object;
  __real___cxa_throw(object, type, destroy);
}
}

namespace asyncio::wasm {

std::exception_ptr latest_thrown() noexcept {
  // libc++'s exception_ptr is a counted pointer to the object; there is no public way to make one of it.
  static_assert(sizeof(std::exception_ptr) == sizeof(void*));
  std::exception_ptr error;
  __cxa_increment_exception_refcount(thrown);
  std::memcpy(static_cast<void*>(&error), static_cast<const void*>(&thrown), sizeof thrown);
  return error;
}

}  // namespace asyncio::wasm
