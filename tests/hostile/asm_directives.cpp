// expect: finished "main" or compile-error "asm" or compile-error "directive"
// The assembler reads files by name.
#include <cstdio>

asm(".section .data.stolen,\"\",@\nstolen:\n.incbin \"/usr/lib/asyncio.pch\"\n.size stolen, 1\n");

int main() { std::puts("main"); }
