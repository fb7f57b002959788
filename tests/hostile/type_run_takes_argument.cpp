// expect: refused "run"
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("run"))) int run(int);

int main() {
  run(1);
  std::puts("ESCAPED");
}
