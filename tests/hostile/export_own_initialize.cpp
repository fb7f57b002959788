// expect: compile-error "_initialize"
#include <cstdio>

extern "C" void _initialize() { std::puts("initialize of its own"); }

int main() { std::puts("main"); }
