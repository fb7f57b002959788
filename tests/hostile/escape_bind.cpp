// expect: refused "bind"
// A method of Object.prototype as a namespace: its members are those of Function.prototype.
#include <cstdio>

__attribute__((import_module("toString"), import_name("bind"))) void bind(int);

int main() {
  bind(1);
  std::puts("ESCAPED");
}
