// expect: failed "division by zero"
#include <cstdio>

int main() {
  volatile int zero = 0;
  return 1 / zero;
}
