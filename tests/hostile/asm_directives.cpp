// expect: finished "main" or compile-error "directive" or compile-error "inline assembly is disabled"
// The assembler reads files by name.
#include <cstdio>

asm(".section .data.stolen,\"\",@\nstolen:\n.incbin \"/usr/lib/asyncio.pch\"\n.size stolen, 1\n");

int main() { std::puts("main"); }
