// expect: finished "main" or compile-error "memory" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(.section .custom_section.asyncio.size,"",@
.ascii "{\"compressed\": "
.fill 4000000, 1, 57
.ascii ", \"runtime\": 1}"
)");

int main() { std::puts("main"); }
