// expect: compile-error "asyncio_trap" or finished "main"
// What ends a program from within an import, undone.
#include <cstdio>

extern "C" void asyncio_trap() { std::puts("not today"); }

int main() { std::puts("main"); }
