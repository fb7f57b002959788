// expect: finished "the table has an end" or failed "memory"
// Ten million references a step.
#include <cstdio>

static __externref_t held[0];

int main() {
  while (__builtin_wasm_table_grow(held, __builtin_wasm_ref_null_extern(), 1'000'000) >= 0) {
  }
  std::puts("the table has an end");
}
