// expect: refused "fetch"
#include <cstdio>

static __externref_t held[0];
__attribute__((import_module("asyncio_web"), import_name("fetch"))) __externref_t fetch(__externref_t, __externref_t);

int main() {
  __builtin_wasm_table_grow(held, __builtin_wasm_ref_null_extern(), 1);
  __builtin_wasm_table_set(held, 0, fetch(__builtin_wasm_ref_null_extern(), __builtin_wasm_ref_null_extern()));
  std::puts("ESCAPED");
}
