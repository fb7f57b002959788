// expect: stopped "left out"
// A call of the host a character.
#include <cstdio>

int main() {
  std::setvbuf(stdout, nullptr, _IONBF, 0);
  for (int i = 0;; ++i) std::putchar(i % 20 ? 'c' : '\n');
}
