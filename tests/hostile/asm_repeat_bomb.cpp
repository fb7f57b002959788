// expect: compile-error "" within 90s
#include <cstdio>

asm(".section .data.bomb,\"\",@\n.rept 100000000\n.rept 100\n.byte 1\n.endr\n.endr\n");

int main() { std::puts("main"); }
