// expect: refused "now" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(
  .globaltype host_clock, f64
  .import_module host_clock, asyncio_host
  .import_name host_clock, now
  .globl touch
  .type touch,@function
touch:
  .functype touch () -> ()
  f64.const 0x1p0
  global.set host_clock
  end_function
)");
extern "C" void touch();

int main() {
  touch();
  std::puts("ESCAPED");
}
