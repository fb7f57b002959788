// expect: compile-error "memory" or failed "memory" or compile-error "large" within 40s
#include <cstdio>

static char big[2000u << 20];

int main() { std::printf("%d\n", big[123]); }
