// expect: refused "now"
// The right type first, then another one under the same name.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("now"))) double now();
__attribute__((import_module("asyncio_host"), import_name("now"))) __externref_t now_object();
static __externref_t held[0];

int main() {
  std::printf("%f\n", now());
  __builtin_wasm_table_grow(held, now_object(), 1);
  std::puts("ESCAPED");
}
