// expect: refused "now"
#include <cstdio>

static __externref_t held[0];
__attribute__((import_module("asyncio_host"), import_name("now"))) __externref_t now();

int main() {
  __builtin_wasm_table_grow(held, now(), 1);
  std::puts("ESCAPED: a number as an object");
}
