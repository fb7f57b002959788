// expect: finished "main" or compile-error "inline assembly is disabled"
// Addresses that an engine or its tools may go and fetch.
#include <cstdio>

asm(R"(.section .custom_section.sourceMappingURL,"",@
.byte 26
.ascii "http://thief.invalid/m.map"
.section .custom_section.external_debug_info,"",@
.byte 25
.ascii "http://thief.invalid/dbg0"
)");

int main() { std::puts("main"); }
