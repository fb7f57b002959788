// expect: refused "trace"
// An object in the place of a pointer: its valueOf is called whenever the host looks at it.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(__externref_t, int);

int main() {
  trace(__builtin_wasm_ref_null_extern(), 1);
  std::puts("ESCAPED");
}
