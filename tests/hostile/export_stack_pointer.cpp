// expect: compile-error "__stack_pointer" or compile-error "not valid" or failed "not a program"
#include <cstdio>

__attribute__((export_name("__stack_pointer"))) int stack_pointer() { return 0; }

int main() { std::puts("ESCAPED"); }
