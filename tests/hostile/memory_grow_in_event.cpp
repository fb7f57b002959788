// expect: finished "told" or failed ""
// An event that comes during the call of fetch(): its handler moves the memory and then takes the payload.
#include <cstdio>

__attribute__((import_module("asyncio_web"), import_name("fetch"))) void fetch(int, const void*, unsigned);
__attribute__((import_module("asyncio_web"), import_name("take"))) void take(void*);
static int told = 0;

__attribute__((export_name("asyncio_web_event"))) void event(int, int, int size) {
  ++told;
  unsigned pages = __builtin_wasm_memory_grow(0, 256);
  take(reinterpret_cast<char*>(pages * 65536 + 256 * 65536 - size));
}

int main() {
  unsigned fields[] = {4, 0x3a3a3a3a, 3, 0x00544547};
  for (int id = 1; id < 10; ++id) fetch(id, fields, 15);
  std::printf("told %d times\n", told);
}
