// expect: refused "nоw"
// The o is Cyrillic.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("nоw"))) double now();

int main() {
  now();
  std::puts("ESCAPED");
}
