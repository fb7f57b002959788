// expect: compile-error "" or finished "main" within 20s
// A pragma by which Clang tests how it breaks.
#include <cstdio>

#pragma clang __debug assert

int main() { std::puts("main"); }
