// expect: finished "pages"
#include <cstdio>

int main() {
  while (__builtin_wasm_memory_grow(0, 64) != ~0ul) {
  }
  std::printf("%lu pages\n", __builtin_wasm_memory_size(0));
  std::puts(new char[100] ? "and more" : "");
}
