// expect: finished "last words" within 20s
#include <cstdio>
#include <cstdlib>

int main() {
  for (int i = 0; i < 300'000; ++i) std::printf("a line of some length, number %d\n", i);
  std::puts("last words");
  std::exit(0);
}
