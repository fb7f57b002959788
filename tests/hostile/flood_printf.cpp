// expect: stopped "left out"
#include <cstdio>

int main() {
  for (int i = 0;; ++i) std::printf("%d\n", i);
}
