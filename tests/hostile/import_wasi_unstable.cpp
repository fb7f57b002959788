// expect: refused "wasi_unstable"
#include <cstdio>

__attribute__((import_module("wasi_unstable"), import_name("fd_write"))) int write(int, const void*, int, int*);

int main() {
  int written = 0;
  write(1, nullptr, 0, &written);
  std::puts("ESCAPED");
}
