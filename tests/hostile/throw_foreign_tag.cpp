// expect: failed "" or compile-error "inline assembly is disabled"
// An exception of a tag that the host does not know, out of main.
#include <cstdio>

asm(R"(
  .tagtype foreign i32, i64, externref
  .globl foreign
foreign:
  .globl toss
  .type toss,@function
toss:
  .functype toss () -> ()
  i32.const 1
  i64.const -1
  ref.null_extern
  throw foreign
  end_function
)");
extern "C" void toss();

int main() {
  std::puts("main");
  std::fflush(stdout);
  toss();
}
