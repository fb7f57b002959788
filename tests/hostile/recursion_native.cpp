// expect: failed "stack overflow"
#include <cstdio>

int deeper(int n) { return n ? deeper(n + 1) + 1 : 0; }

int main() { std::printf("%d\n", deeper(1)); }
