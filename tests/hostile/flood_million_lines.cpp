// expect: finished "999999" within 20s
// The last lines are kept, whatever came before.
#include <cstdio>

int main() {
  for (int i = 0; i < 1'000'000; ++i) std::printf("line %d\n", i);
}
