// expect: refused "which the host does not offer"
#include <cstdio>

__attribute__((import_module("constructor"), import_name("setPrototypeOf"))) __externref_t set(__externref_t,
                                                                                               __externref_t);
__attribute__((import_module("constructor"), import_name("create"))) __externref_t create(__externref_t);

int main() {
  set(create(__builtin_wasm_ref_null_extern()), __builtin_wasm_ref_null_extern());
  std::puts("ESCAPED");
}
