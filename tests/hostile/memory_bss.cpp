// expect: finished "zero" or compile-error "too large" or failed "memory"
#include <cstdio>

static char big[900u << 20];

int main() {
  big[123] = 1;
  std::printf("%d, then zero\n", big[123] + big[899u << 20]);
}
