// expect: finished "main" or compile-error "inline assembly is disabled"
// The page reads how large a program is from a section that the program can write as well.
#include <cstdio>

asm(R"(.section .custom_section.asyncio.size,"",@
.ascii "{\"compressed\": \"<b>ESCAPED</b>\", \"runtime\": null}"
)");

int main() { std::puts("main"); }
