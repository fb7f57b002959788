// expect: compile-error "memory" or failed "not a program" or refused "memory" or compile-error "not valid"
// A function where the host looks for the memory.
#include <cstdio>

__attribute__((export_name("memory"))) int memory() { return 0; }

int main() { std::puts("ESCAPED"); }
