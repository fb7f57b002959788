// expect: refused "__lookupGetter__"
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("__lookupGetter__"))) int lookup(int);

int main() {
  lookup(1);
  std::puts("ESCAPED");
}
