// expect: finished "main" or compile-error "inline assembly is disabled"
// Brackets nested deeper than a parser's stack.
#include <cstdio>

asm(R"(.section .custom_section.asyncio.size,"",@
.rept 200000
.byte 91
.endr
)");

int main() { std::puts("main"); }
