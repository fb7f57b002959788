// expect: failed "" or finished "main" or compile-error "inline assembly is disabled"
// Moves the stack under the program's feet, and the host's measure of it.
#include <cstdio>

asm(R"(
  .globaltype __stack_pointer, i32
  .globl move_stack
  .type move_stack,@function
move_stack:
  .functype move_stack (i32) -> ()
  local.get 0
  global.set __stack_pointer
  end_function
)");
extern "C" void move_stack(unsigned);

int main() {
  std::puts("main");
  move_stack(0xffffff00);
  std::puts("after");
}
