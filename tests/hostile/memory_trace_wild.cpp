// expect: failed "out of bounds" or finished "went on"
// Pointers at the end of the memory, past it, and lengths that wrap.
#include <cstdio>

__attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(unsigned, unsigned);

int main() {
  trace(0xffffffff, 0xffffffff);
  trace(0xfffffff0, 0x7fffffe0);
  trace(0, 0xffffffe0);
  std::puts("went on");
}
