// expect: refused "hasOwnProperty"
#include <cstdio>

__attribute__((import_module("wasi_snapshot_preview1"), import_name("hasOwnProperty"))) int has(int);

int main() {
  has(1);
  std::puts("ESCAPED");
}
