// expect: finished "main" or compile-error "inline assembly is disabled"
#include <cstdio>

int main() {
  asm volatile("nop");
  std::puts("main");
}
