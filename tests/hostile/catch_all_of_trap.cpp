// expect: failed "" or compile-error "inline assembly is disabled"
// exit() ends a program by a trap that nothing may hold up; neither may this.
#include <cstdio>
#include <cstdlib>

asm(R"(
  .functype leave (i32) -> ()
  .globl attempt
  .type attempt,@function
attempt:
  .functype attempt () -> ()
  try
  i32.const 3
  call leave
  catch_all
  end_try
  end_function
)");
extern "C" void attempt();
extern "C" void leave(int code) { std::exit(code); }

int main() {
  attempt();
  for (;;) std::puts("ESCAPED: alive after exit");
}
