// expect: refused "constructor"
#include <cstdio>

__attribute__((import_module("asyncio_web"), import_name("constructor"))) int object(int);

int main() {
  object(1);
  std::puts("ESCAPED");
}
