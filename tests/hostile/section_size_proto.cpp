// expect: finished "main" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(.section .custom_section.asyncio.size,"",@
.ascii "{\"__proto__\": {\"polluted\": 1}, \"constructor\": {\"prototype\": {\"polluted\": 1}}, \"compressed\": 1e999, \"runtime\": -1}"
)");

int main() { std::puts("main"); }
