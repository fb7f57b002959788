// expect: refused "does not offer" or compile-error "invalid"
// Whoever compares as C does sees `now`.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("now\0toString"))) double now();

int main() {
  now();
  std::puts("ESCAPED");
}
