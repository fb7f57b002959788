// expect: refused "which the host does not offer"
// Import look-up walks prototypes: `constructor` of an ordinary import object is Object, whose members are functions.
#include <cstdio>

static __externref_t held[0];
__attribute__((import_module("constructor"), import_name("values"))) __externref_t object_values(__externref_t);
__attribute__((import_module("asyncio_host"), import_name("toString"))) __externref_t undefined_to_string();

int main() {
  __builtin_wasm_table_grow(held, __builtin_wasm_ref_null_extern(), 16);
  __builtin_wasm_table_set(held, 0, object_values(undefined_to_string()));
  std::puts("ESCAPED: an array of JavaScript");
}
