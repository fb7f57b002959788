// expect: failed "function pointer" or compile-error "inline assembly is disabled"
#include <cstdio>

asm(R"(
  .tabletype __indirect_function_table, funcref
  .globl clear
  .type clear,@function
clear:
  .functype clear (i32) -> ()
  local.get 0
  ref.null_func
  table.set __indirect_function_table
  end_function
)");
extern "C" void clear(int);
void target() { std::puts("ESCAPED: called"); }

int main() {
  void (*volatile pointer)() = target;
  for (int i = 1; i < 8; ++i) clear(i);
  clear(reinterpret_cast<int>(pointer));
  pointer();
}
