// expect: compile-error "" or finished "main" or compile-error "inline assembly is disabled" within 60s
#include <cstdio>

asm(".section .data.bomb,\"\",@\nbomb:\n.zero 3000000000\n.size bomb, 4\n");

int main() { std::puts("main"); }
