// expect: refused "does not offer"
// Names with a bidirectional override, line separators and a false message.
#include <cstdio>

__attribute__((import_module("\u202Etsoh_oicnysa\n\nrefused: nothing"), import_name("now\r\b\a\u2028\u0085"))) double
f();

int main() {
  f();
  std::puts("ESCAPED");
}
