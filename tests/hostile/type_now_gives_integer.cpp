// expect: refused "now"
// JavaScript would turn NaN, infinities and objects into integers, by calling their valueOf.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("now"))) long long now();

int main() {
  now();
  std::puts("ESCAPED");
}
