// expect: finished "main" or compile-error "" within 40s
// Four megabytes of text.
// repeat 60000: int variable_with_a_long_name_@ = 1234567890; // padding
#include <cstdio>

int main() { std::puts("main"); }
