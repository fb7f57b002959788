// expect: refused "report" or compile-error "inline assembly is disabled"
// The host's function as a value that the program holds.
#include <cstdio>

asm(R"(
  .globaltype report_value, externref, immutable
  .import_module report_value, asyncio_host
  .import_name report_value, report
  .globl touch
  .type touch,@function
touch:
  .functype touch () -> ()
  global.get report_value
  drop
  end_function
)");
extern "C" void touch();

int main() {
  touch();
  std::puts("ESCAPED");
}
