// expect: refused "does not offer"
#include <cstdio>

__attribute__((import_module(""), import_name(""))) void nothing();

int main() {
  nothing();
  std::puts("ESCAPED");
}
