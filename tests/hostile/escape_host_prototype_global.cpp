// expect: refused "__proto__" or compile-error "inline assembly is disabled"
// Object.prototype itself, as an imported global.
#include <cstdio>

asm(R"(
  .globaltype prototype, externref, immutable
  .import_module prototype, asyncio_host
  .import_name prototype, __proto__
  .globl touch
  .type touch,@function
touch:
  .functype touch () -> ()
  global.get prototype
  drop
  end_function
)");
extern "C" void touch();

int main() {
  touch();
  std::puts("ESCAPED");
}
