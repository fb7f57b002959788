// expect: refused "not part of the host ABI"
#include <cstdio>

__attribute__((import_module(""), import_name(""))) void nothing();

int main() {
  nothing();
  std::puts("ESCAPED");
}
