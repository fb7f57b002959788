// expect: refused "report" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(
  .functype report_function (funcref, i32, i32, i32, i32) -> ()
  .import_module report_function, asyncio_host
  .import_name report_function, report
  .globl say
  .type say,@function
say:
  .functype say () -> ()
  ref.null_func
  i32.const 0
  i32.const 0
  i32.const 0
  i32.const 0
  call report_function
  end_function
)");
extern "C" void say();

int main() {
  say();
  std::puts("ESCAPED");
}
