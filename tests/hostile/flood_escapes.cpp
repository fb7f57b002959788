// expect: stopped
// What a terminal obeys.
#include <cstdio>

int main() {
  for (int i = 0;; ++i) std::printf("\x1b[2J\x1b[%dm\x1b]0;title\x07\b\b%d\n", i % 108, i);
}
