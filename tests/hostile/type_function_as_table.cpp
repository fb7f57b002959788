// expect: refused "trace" or compile-error "host_table" or compile-error "inline assembly is disabled"
// The linker takes no table that is not its own.
#include <cstdio>

asm(R"(
  .tabletype host_table, externref
  .import_module host_table, asyncio_host
  .import_name host_table, trace
  .globl touch
  .type touch,@function
touch:
  .functype touch () -> ()
  i32.const 0
  table.get host_table
  drop
  end_function
)");
extern "C" void touch();

int main() {
  touch();
  std::puts("ESCAPED");
}
