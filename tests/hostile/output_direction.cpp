// expect: finished "after"
// Overrides of the direction of text, and marks piled on one letter.
#include <cstdio>

int main() {
  std::puts("\u202E\u2066 backwards \u2067");
  for (int i = 0; i < 3000; ++i) std::fputs("\u0301\u0302", stdout);
  std::puts("\nafter");
}
