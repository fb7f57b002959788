// expect: stopped
#include <cstdio>

int main() {
  for (;;) std::fputs("no line ends here, ", stdout);
}
