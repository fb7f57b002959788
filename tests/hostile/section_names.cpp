// expect: finished "main" or compile-error "section" or compile-error "inline assembly is disabled"
// Sections that tools and engines know, filled with noise.
#include <cstdio>

asm(R"(.section .custom_section.name,"",@
.ascii "\377\377\377\377\017\001\377\377\377\377"
.section .custom_section.dylink.0,"",@
.ascii "\001\377\377\377\377\017"
.section .custom_section.target_features,"",@
.ascii "\377\377\377\377\017"
.section .custom_section.branch_hints,"",@
.ascii "\377\377\377"
.section .custom_section.metadata.code.branch_hint,"",@
.ascii "\377\377\377\377\017"
)");

int main() { std::puts("main"); }
