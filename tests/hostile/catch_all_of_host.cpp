// expect: finished "went on" or failed "out of bounds" or compile-error "inline assembly is disabled"
// catch_all also catches what JavaScript throws.
#include <cstdio>

asm(R"(
  .functype write_wild (i32, i32, i32, i32) -> (i32)
  .import_module write_wild, wasi_snapshot_preview1
  .import_name write_wild, fd_write
  .globl attempt
  .type attempt,@function
attempt:
  .functype attempt () -> (i32)
  try i32
  i32.const 1
  i32.const -16
  i32.const 0x7fffffff
  i32.const -4
  call write_wild
  catch_all
  i32.const 1000
  end_try
  end_function
)");
extern "C" int attempt();

int main() {
  int caught = 0;
  for (int i = 0; i < 1000; ++i) caught += attempt() == 1000;
  std::printf("caught %d, went on\n", caught);
}
