// expect: stopped "left out"
#include <cstdio>

int main() {
  for (int i = 0;; ++i) std::fprintf(i % 2 ? stdout : stderr, "%d\n", i);
}
