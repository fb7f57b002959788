// expect: refused "fd_write" or compile-error "inline assembly is disabled"
// Several results: the host's answer would be iterated.
#include <cstdio>

asm(R"(
  .functype write2 (i32, i32, i32, i32) -> (i32, i32)
  .import_module write2, wasi_snapshot_preview1
  .import_name write2, fd_write
  .globl say
  .type say,@function
say:
  .functype say () -> ()
  i32.const 1
  i32.const 0
  i32.const 0
  i32.const 0
  call write2
  drop
  drop
  end_function
)");
extern "C" void say();

int main() {
  say();
  std::puts("ESCAPED");
}
