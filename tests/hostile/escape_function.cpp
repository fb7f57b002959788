// expect: refused "constructor"
// Object.constructor is Function, which compiles any text.
#include <cstdio>

__attribute__((import_module("constructor"), import_name("constructor"))) void function();

int main() {
  function();
  std::puts("ESCAPED");
}
