// expect: finished "no more"
#include <cstdio>
#include <cstdlib>

int main() {
  while (std::malloc(1 << 20)) {
  }
  std::puts("no more");
}
