// expect: failed "" or compile-error "inline assembly is disabled"
// The tag of C++ exceptions with a wild pointer in it.
#include <cstdio>

asm(R"(
  .tagtype __cpp_exception i32
  .globl toss
  .type toss,@function
toss:
  .functype toss (i32) -> ()
  local.get 0
  throw __cpp_exception
  end_function
)");
extern "C" void toss(int);

int main() {
  std::puts("main");
  try {
    toss(-16);
  } catch (...) {
    std::puts("caught");
    throw;
  }
}
