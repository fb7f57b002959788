// expect: compile-error "asyncio_main"
// The program's own function where the library's guards are.
#include <cstdio>

extern "C" int asyncio_main() { return std::puts("main of its own"); }

int main() { std::puts("main"); }
