// expect: refused "now"
// A function of the host as a namespace.
#include <cstdio>

__attribute__((import_module("now"), import_name("constructor"))) int function(int);

int main() {
  function(1);
  std::puts("ESCAPED");
}
