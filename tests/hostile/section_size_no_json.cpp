// expect: finished "main" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(.section .custom_section.asyncio.size,"",@
.ascii "{{{ not JSON \377\376"
)");

int main() { std::puts("main"); }
