// expect: finished "main" or compile-error "inline assembly is disabled"
#include <cstdio>

#define ONE(n)                                                                    \
  asm(".section .custom_section.asyncio.size" #n ",\"\",@\n.ascii \"" #n "\"\n"); \
  asm(".section .custom_section.asyncio.size,\"\",@\n.ascii \"[" #n "]\"\n");
ONE(1)
ONE(2) ONE(3) ONE(4) ONE(5) ONE(6) ONE(7) ONE(8) ONE(9)

    int main() {
  std::puts("main");
}
