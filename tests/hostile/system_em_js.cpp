// expect: compile-error "" or refused "" or finished "main"
#include <cstdio>

extern "C" __attribute__((import_module("env"), import_name("stolen"), used)) void stolen();
__attribute__((section("em_js"), aligned(1), used)) static const char body[] = "()<::>{ document.title = 'ESCAPED'; }";

int main() {
  if (std::getchar() != EOF) stolen();
  std::puts("main");
}
