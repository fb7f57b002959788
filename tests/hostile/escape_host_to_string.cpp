// expect: refused "toString"
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("toString"))) int to_string();

int main() {
  to_string();
  std::puts("ESCAPED");
}
