// expect: refused "constructor"
// An import that is not called is still looked up.
#include <cstdio>

__attribute__((import_module("constructor"), import_name("getOwnPropertyNames"))) void names();

int main(int argc, char**) {
  if (argc > 100) names();
  std::puts("ESCAPED");
}
