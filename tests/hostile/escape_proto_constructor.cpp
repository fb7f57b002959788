// expect: refused "__proto__"
#include <cstdio>

__attribute__((import_module("__proto__"), import_name("constructor"))) void object();

int main() {
  object();
  std::puts("ESCAPED");
}
