// expect: compile-error "" within 90s
#include <cstdio>

asm(".macro again\nagain\nagain\n.endm\nagain\n");

int main() { std::puts("main"); }
