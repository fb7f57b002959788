// expect: compile-error "too long" or compile-error "too large" or refused "too large" or finished "main" within 40s
// Just what a link may hold.
// repeat 41900: // @ ..........................................................................................
#include <cstdio>

int main() { std::puts("main"); }
