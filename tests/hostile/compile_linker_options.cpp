// expect: finished "main" or compile-error ""
// What asks the linker for something.
#include <cstdio>

#pragma comment(lib, "/etc/passwd")
#pragma comment(linker, "--import-memory")
#pragma clang section bss = "mybss"
__attribute__((section(".init_array.0"), used)) static void (*early)() = [] { std::puts("early"); };

int main() { std::puts("main"); }
