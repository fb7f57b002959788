// expect: failed ""
#include <cstdio>

int main() {
  std::puts("before");
  __builtin_trap();
}
