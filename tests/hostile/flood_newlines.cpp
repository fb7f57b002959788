// expect: stopped "left out"
#include <cstdio>

int main() {
  for (;;) std::putchar('\n');
}
