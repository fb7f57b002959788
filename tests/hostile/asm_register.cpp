// expect: finished "main" or compile-error "asm"
#include <cstdio>

int main() {
  asm volatile("nop");
  std::puts("main");
}
