// expect: stopped
// Bytes that are no UTF-8, and characters that are cut in two.
#include <cstdio>

int main() {
  const char bytes[] = "\xff\xfe\xc0\x80\xed\xa0\x80\xf0\x9f\xe2\x82\n";
  for (;;) std::fwrite(bytes, 1, sizeof bytes - 1, stdout);
}
