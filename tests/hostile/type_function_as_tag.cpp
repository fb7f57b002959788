// expect: refused "run" or compile-error "run" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(
  .tagtype host_tag externref
  .import_module host_tag, asyncio_host
  .import_name host_tag, run
  .globl touch
  .type touch,@function
touch:
  .functype touch () -> ()
  ref.null_extern
  throw host_tag
  end_function
)");
extern "C" void touch();

int main() {
  touch();
  std::puts("ESCAPED");
}
